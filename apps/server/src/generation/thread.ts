/** Generates and stores one archive outside of the main thread. */
import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import type { StoredArchive } from "@sinkove/api";
import { type ArchiveOrder, generateArchive, UnsupportedPromptError } from "@sinkove/generator";
import { type ArchiveLocation, openArchives } from "../archives/archives.ts";

/** The input of a thread. */
export interface ThreadTask {
  readonly order: ArchiveOrder;
  readonly archive: string;
  readonly location: ArchiveLocation;
}

/** A message of a thread. */
export type ThreadMessage =
  | { readonly type: "sample"; readonly done: number }
  | { readonly type: "made"; readonly made: StoredArchive }
  | { readonly type: "unsupported"; readonly message: string; readonly words: string };

const tell = (message: ThreadMessage): void => parentPort?.postMessage(message);

/** Small chunks are combined to this size, to save system calls. */
const GATHERED = 64 * 1024;

// The parent passes the task as `workerData`.
const { order, archive, location } = workerData as ThreadTask;
const hash = createHash("sha256");
let size = 0;

async function* chunksOf(): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  const onSample = (done: number): void => tell({ type: "sample", done });
  for (const chunk of generateArchive(order, { onSample })) {
    hash.update(chunk);
    size += chunk.length;
    gathered.push(chunk);
    length += chunk.length;
    if (length < GATHERED) continue;
    yield Buffer.concat(gathered);
    [gathered, length] = [[], 0];
  }
  yield Buffer.concat(gathered);
}

try {
  await (await openArchives(location)).write(archive, chunksOf());
  tell({ type: "made", made: { size, sha256: hash.digest("hex") } });
} catch (error) {
  if (!(error instanceof UnsupportedPromptError)) throw error;
  tell({ type: "unsupported", message: error.message, words: error.words });
}
