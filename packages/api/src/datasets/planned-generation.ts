import { sha256 } from "../encoding.ts";
import type { GenerationFacts, Moment } from "../store/records.ts";
import { writeZip } from "./archive.ts";
import type { DatasetOrder, Generation } from "./generation.ts";

/** How long a planned generation takes. */
export interface PlannedGenerationOptions {
  /** Milliseconds from the request until it starts. Default: 2 seconds. */
  readonly waiting?: number;
  /** Milliseconds for each sample. Default: 100. */
  readonly perSample?: number;
  /** Milliseconds from the end until the archive is removed. Default: 30 days. */
  readonly retention?: number;
}

const FAILING = /^fail:/i;
const DAY = 24 * 60 * 60 * 1000;

/**
 * A generation that the clock alone drives: when a dataset is asked for, its start and end are planned, and it
 * is READY when the clock has come so far. The archive is a real ZIP that describes the dataset; it holds no
 * images. A prompt that begins with `fail:` fails, for tests of that way.
 */
export function createPlannedGeneration({
  waiting = 2000,
  perSample = 100,
  retention = 30 * DAY,
}: PlannedGenerationOptions = {}): Generation {
  return {
    async plan(order, _model, now) {
      const startedAt = now + waiting;
      const finishedAt = startedAt + perSample * order.numSamples;
      if (isFailing(order)) return failure(startedAt, finishedAt);
      const archive = archiveOf(order);
      const expiresAt = finishedAt + retention;
      const size = archive.length;
      return {
        startedAt,
        finishedAt,
        expiresAt,
        size,
        failureReason: null,
        sha256: await sha256(archive),
      };
    },
    read: async (dataset, _model, { start, end }) => archiveOf(dataset).subarray(start, end),
  };
}

function isFailing({ args }: DatasetOrder): boolean {
  return typeof args.prompt === "string" && FAILING.test(args.prompt);
}

function failure(startedAt: Moment, finishedAt: Moment): GenerationFacts {
  const failureReason =
    "The prompt begins with fail:, which asks for a failure. The credits were given back; create the dataset again with another prompt.";
  return { startedAt, finishedAt, expiresAt: null, size: 0, sha256: null, failureReason };
}

function archiveOf(dataset: DatasetOrder): Uint8Array<ArrayBuffer> {
  const { id, modelId, organizationId, numSamples, args, createdAt } = dataset;
  const facts = { id, modelId, organizationId, numSamples, args, createdAt, images: 0 };
  const encoder = new TextEncoder();
  return writeZip([
    { name: "dataset.json", bytes: encoder.encode(`${JSON.stringify(facts, null, 2)}\n`) },
    { name: "README.md", bytes: encoder.encode(README) },
  ]);
}

const README = `# A sandbox dataset

This archive describes a dataset that was asked for. No generator was run, so it holds no images.
Synthetic data is for research and testing, never for clinical use.
`;
