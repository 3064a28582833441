import { strToU8 } from "fflate";
import { createPngEncoder, type PngEncoder } from "./image/png.ts";
import { describeDataset, describeImage, type MaskFile } from "./metadata.ts";
import { modelCardOf } from "./model-card.ts";
import type { ArchiveOptions, ArchiveOrder } from "./order.ts";
import { drawFilm, type Film } from "./phantom/draw-film.ts";
import { createFields } from "./phantom/fields.ts";
import { type Plan, planArchive } from "./plan.ts";
import { createZipWriter, type ZipWriter } from "./zip.ts";

/**
 * Draws an order and yields the chunks of a ZIP: `MODEL_CARD.md`, `images/00001.png` and so on, `masks/`, and finally
 * `metadata.json`. A sample is drawn when its first chunk is requested, so the memory use does not depend on the number
 * of samples. The same order and image size give the same bytes on every engine. Each iteration starts from the
 * beginning.
 *
 * @example
 * ```ts
 * for (const chunk of generateArchive(order)) file.write(chunk);
 * ```
 *
 * @throws UnsupportedPromptError at the call, if the prompt asks for something that cannot be drawn
 * @throws TypeError if `args` does not follow the models' `argsSchema`
 * @throws RangeError if `imageSize` or `numSamples` is out of range
 */
export function generateArchive(
  order: ArchiveOrder,
  options: ArchiveOptions = {},
): Iterable<Uint8Array<ArrayBuffer>> {
  const plan = planArchive(order, options);
  return { [Symbol.iterator]: () => writeArchive(plan, options) };
}

function* writeArchive(
  plan: Plan,
  { onSample }: ArchiveOptions,
): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  const zip = createZipWriter("metadata.json", Date.parse(plan.order.createdAt));
  zip.store("MODEL_CARD.md", strToU8(modelCardOf(plan.order.model.name)));
  zip.appendToLast(describeDataset(plan));
  const { seed } = plan;
  const fields = createFields(plan.size);
  const encoder = createPngEncoder(plan.size);
  for (let sample = 0; sample < plan.order.numSamples; sample++) {
    const film = drawFilm(plan.request, { seed, sample, size: plan.size, fields });
    yield* writeSample(film, { plan, sample, zip, encoder });
    onSample?.(sample + 1);
  }
  zip.appendToLast("\n  ]\n}\n");
  zip.end();
  yield zip.take();
}

interface SampleOptions {
  readonly plan: Plan;
  readonly sample: number;
  readonly zip: ZipWriter;
  readonly encoder: PngEncoder;
}

/**
 * Yields a chunk for each file, so that the image, the largest one, can be garbage-collected before the next film is
 * drawn.
 */
function* writeSample(
  film: Film,
  { plan, sample, zip, encoder }: SampleOptions,
): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  const name = String(sample + 1).padStart(5, "0");
  const file = `images/${name}.png`;
  const masks = maskFiles(film, name);
  const png = encoder.grey(film.pixels);
  const comma = sample === 0 ? "\n    " : ",\n    ";
  zip.appendToLast(comma + describeImage(film, { plan, sample, file, png, masks }));
  zip.store(file, png);
  yield zip.take();
  for (const { path, mask } of masks) {
    zip.store(path, encoder.mask(mask));
    yield zip.take();
  }
}

/** Returns the three masks of the anatomy, then one for each finding and side, numbered as in the metadata. */
function maskFiles({ masks, findings }: Film, name: string): MaskFile[] {
  const pathOf = (what: string) => `masks/${name}-${what}.png`;
  return [
    { path: pathOf("heart"), mask: masks.heart },
    { path: pathOf("right-lung"), mask: masks.rightLung },
    { path: pathOf("left-lung"), mask: masks.leftLung },
    ...findings.map(({ request, kind, side, mask }) => ({
      path: pathOf([request + 1, side, kind].filter((part) => part !== null).join("-")),
      mask,
    })),
  ];
}
