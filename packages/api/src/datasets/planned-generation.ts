import { generateArchive, UnsupportedPromptError } from "@sinkove/generator";
import { sha256 } from "../encoding.ts";
import type { DatasetRecord, GenerationFacts, ModelRecord, Moment } from "../store/records.ts";
import { ArchiveCache } from "./archive-cache.ts";
import { archiveOrderOf } from "./archive-order.ts";
import type { DatasetOrder, Generation } from "./generation.ts";

/** How long a planned generation takes, and what it makes. */
export interface PlannedGenerationOptions {
  /** Milliseconds from the request until it starts. Default: 2 seconds. */
  readonly waiting?: number;
  /** Milliseconds for each sample. Default: 100. */
  readonly perSample?: number;
  /** Milliseconds from the end until the archive is removed. Default: 30 days. */
  readonly retention?: number;
  /** Pixels a side of each image. Default: 64, so that a sandbox is quick; the archive's metadata says so. */
  readonly imageSize?: number;
}

type Settings = Required<PlannedGenerationOptions>;

const FAILING = /^fail:/i;
const DAY = 24 * 60 * 60 * 1000;
/** So much of archives is kept; what is not is made again, byte for byte. */
const KEPT_BYTES = 16 * 1024 * 1024;

/**
 * A generation that the clock alone drives: when a dataset is asked for, its start and end are planned, and it
 * is READY when the clock has come so far. The archive is a real one with small images. A prompt that begins
 * with `fail:` fails, for tests of that way, and so does one that the generator cannot draw.
 */
export function createPlannedGeneration(options: PlannedGenerationOptions = {}): Generation {
  const defaults = { waiting: 2000, perSample: 100, retention: 30 * DAY, imageSize: 64 };
  const settings = { ...defaults, ...options };
  const cache = new ArchiveCache(KEPT_BYTES);
  return {
    async plan(order, model, now) {
      const startedAt = now + settings.waiting;
      const finishedAt = startedAt + settings.perSample * order.numSamples;
      const failureReason = failureOf(order);
      if (failureReason !== null) return failure(startedAt, finishedAt, failureReason);
      try {
        const bytes = await makeArchive(order, model, settings);
        cache.set(order.id, bytes);
        return {
          startedAt,
          finishedAt,
          expiresAt: finishedAt + settings.retention,
          failureReason,
          size: bytes.length,
          sha256: await sha256(bytes),
        };
      } catch (error) {
        if (!(error instanceof UnsupportedPromptError)) throw error;
        return failure(startedAt, finishedAt, error.message);
      }
    },
    async read(dataset, model, { start, end }) {
      const bytes = cache.get(dataset.id) ?? (await remake(dataset, model, settings));
      if (!bytes) return undefined;
      cache.set(dataset.id, bytes);
      return bytes.subarray(start, end);
    },
  };
}

function failureOf({ args }: DatasetOrder): string | null {
  if (typeof args.prompt !== "string" || !FAILING.test(args.prompt)) return null;
  return "The prompt begins with fail:, which asks for a failure. The credits were given back; create the dataset again with another prompt.";
}

function failure(startedAt: Moment, finishedAt: Moment, failureReason: string): GenerationFacts {
  return { startedAt, finishedAt, expiresAt: null, size: 0, sha256: null, failureReason };
}

/** Undefined where it does not become what was promised, because the model was changed since. */
async function remake(dataset: DatasetRecord, model: ModelRecord, settings: Settings) {
  const bytes = await makeArchive(dataset, model, settings);
  return (await sha256(bytes)) === dataset.sha256 ? bytes : undefined;
}

async function makeArchive(
  order: DatasetOrder,
  model: ModelRecord,
  { imageSize }: Settings,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks = [...generateArchive(archiveOrderOf(order, model), { imageSize })];
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
