import { sha256 } from "@noble/hashes/sha2.js";
import { strToU8 } from "fflate";
import type { ArchiveOptions, ArchiveOrder } from "./order.ts";
import type { FilmRequest } from "./phantom/draw-film.ts";
import { type ParsedPrompt, parsePrompt } from "./prompt/parse-prompt.ts";
import { readArguments } from "./read-arguments.ts";

/** An order that has been understood: nothing can fail from here on. */
export interface Plan {
  readonly order: ArchiveOrder;
  readonly size: number;
  readonly prompt: string;
  readonly parsed: ParsedPrompt;
  readonly seed: number;
  readonly seedSource: "args" | "datasetId";
  readonly request: FilmRequest;
}

const DEFAULT_SIZE = 512;
/** Each with an image, and masks of its anatomy and of eight findings on two sides: below 65,535 files. */
const MAX_SAMPLES = 3000;
/** A plain ZIP holds 4 GiB; a pixel takes less than a byte and a half, masks included. */
const MAX_PIXELS = 2_500_000_000;

/**
 * @throws UnsupportedPromptError
 * @throws TypeError or RangeError for what no caller should let through
 */
export function planArchive(order: ArchiveOrder, options: ArchiveOptions = {}): Plan {
  const size = options.imageSize ?? DEFAULT_SIZE;
  requireWhole("imageSize", size, [16, 2048]);
  requireWhole("numSamples", order.numSamples, [1, MAX_SAMPLES]);
  if (order.numSamples * size * size > MAX_PIXELS) {
    throw new RangeError(
      `${order.numSamples} images of ${size} pixels do not fit in one ZIP. Ask for fewer or smaller ones.`,
    );
  }
  const { prompt, seed, view, sex, noise } = readArguments(order.args);
  const parsed = parsePrompt(prompt);
  return {
    order,
    size,
    prompt,
    parsed,
    // Worked out when it is drawn with: many orders are planned only to judge their prompt.
    get seed() {
      return seed ?? seedOf(order.datasetId);
    },
    seedSource: seed === undefined ? "datasetId" : "args",
    request: {
      findings: parsed.findings,
      view: view ?? parsed.view ?? "pa",
      sex: sex ?? parsed.sex ?? undefined,
      noise,
    },
  };
}

function requireWhole(name: string, value: number, [least, most]: readonly [number, number]): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not ${value}.`);
}

/** The first four bytes of the SHA-256 of the id. */
function seedOf(datasetId: string): number {
  return new DataView(sha256(strToU8(datasetId)).buffer).getUint32(0);
}
