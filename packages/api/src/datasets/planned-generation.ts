import { generateArchive, UnsupportedPromptError } from "@sinkove/generator";
import type { ModelRecord } from "../store/records.ts";
import { archiveOrderOf } from "./archive-order.ts";
import type { DatasetOrder, Generation } from "./generation.ts";
import { SandboxArchives } from "./sandbox-archives.ts";

/** The duration of a planned generation, and the size of its images. */
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

const FAILING = /^fail:/i;
const DAY = 24 * 60 * 60 * 1000;

/**
 * A generation that only the clock drives. When a dataset is created, its start and end are
 * planned, and it is READY when that end has passed. The archive is a real one with small images,
 * generated when it is first needed. A prompt that begins with `fail:` fails, for tests, and so
 * does one that cannot be drawn.
 */
export function createPlannedGeneration({
  waiting = 2000,
  perSample = 100,
  retention = 30 * DAY,
  imageSize = 64,
}: PlannedGenerationOptions = {}): Generation {
  const archives = new SandboxArchives(imageSize);
  return {
    async plan(order, model, now) {
      const startedAt = now + waiting;
      const finishedAt = startedAt + perSample * order.numSamples;
      const failureReason = failureOf(order, model);
      const expiresAt = failureReason === null ? finishedAt + retention : null;
      return { startedAt, finishedAt, expiresAt, failureReason, size: 0, sha256: null };
    },
    describe: (dataset, model) => archives.describe(dataset, model),
    async read(dataset, model, { start, end }) {
      return (await archives.bytesOf(dataset, model)).subarray(start, end);
    },
  };
}

function failureOf(order: DatasetOrder, model: ModelRecord): string | null {
  const { prompt } = order.args;
  if (typeof prompt === "string" && FAILING.test(prompt)) {
    return "The prompt begins with fail:, which asks for a failure. The credits were given back; create the dataset again with another prompt.";
  }
  try {
    // Checks the prompt, and draws nothing yet.
    generateArchive(archiveOrderOf(order, model));
    return null;
  } catch (error) {
    if (error instanceof UnsupportedPromptError) return error.message;
    throw error;
  }
}
