import { sha256 } from "@noble/hashes/sha2.js";
import { strToU8 } from "fflate";
import type { ArchiveOptions, ArchiveOrder } from "./order.ts";
import type { FilmRequest } from "./phantom/draw-film.ts";
import { type ParsedPrompt, parsePrompt } from "./prompt/parse-prompt.ts";
import { readArguments } from "./read-arguments.ts";

/** A validated order, whose drawing cannot fail. */
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
/** With an image and up to 19 masks per sample (anatomy, and eight findings on two sides), below 65,535 files. */
const MAX_SAMPLES = 3000;
/** A ZIP without extensions holds 4 GiB, and a pixel takes less than 1.5 bytes, including masks. */
const MAX_PIXELS = 2_500_000_000;

/**
 * Validates an order.
 *
 * @throws UnsupportedPromptError if the prompt asks for something that cannot be drawn
 * @throws TypeError or RangeError for invalid arguments, which callers should reject before
 */
export function planArchive(order: ArchiveOrder, options: ArchiveOptions = {}): Plan {
  const size = options.imageSize ?? DEFAULT_SIZE;
  requireWhole("imageSize", size, [16, 2048]);
  requireWhole("numSamples", order.numSamples, [1, MAX_SAMPLES]);
  if (order.numSamples * size * size > MAX_PIXELS) {
    throw new RangeError(
      `${order.numSamples} images of ${size} pixels do not fit in one ZIP. Request fewer or smaller images.`,
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

/** Derives the seed from the dataset's id: the first four bytes of its SHA-256. */
function seedOf(datasetId: string): number {
  return new DataView(sha256(strToU8(datasetId)).buffer).getUint32(0);
}
