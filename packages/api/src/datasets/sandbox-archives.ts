import { generateArchive } from "@sinkove/generator";
import { sha256 } from "../encoding.ts";
import type { DatasetRecord, ModelRecord } from "../store/records.ts";
import { ArchiveCache } from "./archive-cache.ts";
import { archiveOrderOf } from "./archive-order.ts";
import type { ArchiveFacts } from "./generation.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** The most bytes of archives that are kept. Others are generated again, byte for byte. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** The archives of a sandbox, generated on demand, in memory. */
export class SandboxArchives {
  readonly #imageSize: number;
  readonly #cache = new ArchiveCache(KEPT_BYTES);
  readonly #facts = new Map<string, ArchiveFacts>();
  readonly #making = new Map<string, Promise<Bytes>>();

  constructor(imageSize: number) {
    this.#imageSize = imageSize;
  }

  async describe(dataset: DatasetRecord, model: ModelRecord): Promise<ArchiveFacts> {
    const known = this.#facts.get(keyOf(dataset, model));
    if (known) return known;
    const bytes = await this.bytesOf(dataset, model);
    const facts = { size: bytes.length, sha256: await sha256(bytes) };
    this.#facts.set(keyOf(dataset, model), facts);
    return facts;
  }

  /** Generates it once for concurrent callers. */
  bytesOf(dataset: DatasetRecord, model: ModelRecord): Promise<Bytes> {
    const key = keyOf(dataset, model);
    const known = this.#cache.get(key);
    if (known) return Promise.resolve(known);
    const making = this.#making.get(key) ?? this.#make(dataset, model);
    this.#making.set(key, making);
    return making.finally(() => this.#making.delete(key));
  }

  async #make(dataset: DatasetRecord, model: ModelRecord): Promise<Bytes> {
    const order = archiveOrderOf(dataset, model);
    const chunks: Bytes[] = [];
    for (const chunk of generateArchive(order, { imageSize: this.#imageSize })) {
      chunks.push(chunk);
      await letOthersRun();
    }
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    this.#cache.set(keyOf(dataset, model), bytes);
    return bytes;
  }
}

/** Everything that the bytes depend on and that can change. */
function keyOf({ id }: DatasetRecord, { slug, name }: ModelRecord): string {
  return `${id} ${slug} ${name}`;
}

/** Lets other requests run between two images. Not a timer, because tests may control timers. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
