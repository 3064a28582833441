import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { DrawnFinding, Film } from "./phantom/draw-film.ts";
import type { Patient } from "./phantom/patient.ts";
import type { Plan } from "./plan.ts";
import { describeRegion, type Region } from "./region.ts";
import { GENERATOR_VERSION } from "./version.ts";

/** A mask and its path in the archive. */
export interface MaskFile {
  readonly path: string;
  readonly mask: Uint8Array;
}

const NOTICE =
  "Drawn by a procedural phantom, for research and testing. Not a patient's image, not for clinical use.";

/** Returns the start of `metadata.json`, up to the images. The images follow one by one, then `]}`. */
export function describeDataset({ order, size, seed, seedSource, prompt, parsed }: Plan): string {
  const head = {
    notice: NOTICE,
    generator: { name: "@sinkove/generator", version: GENERATOR_VERSION },
    datasetId: order.datasetId,
    createdAt: order.createdAt,
    model: { id: order.model.id, slug: order.model.slug, name: order.model.name },
    args: order.args,
    numSamples: order.numSamples,
    imageSize: { width: size, height: size },
    seed,
    seedSource,
    prompt: { text: prompt, ...parsed },
  };
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "images": [`;
}

export interface ImageOptions {
  readonly plan: Plan;
  readonly sample: number;
  readonly file: string;
  readonly png: Uint8Array;
  /** The masks of the heart, the right lung and the left lung, then those of the findings in their order. */
  readonly masks: readonly MaskFile[];
}

/** Returns the object of an image, on one line. */
export function describeImage(
  film: Film,
  { plan, sample, file, png, masks }: ImageOptions,
): string {
  const [heart, rightLung, leftLung, ...regions] = masks.map(({ mask, path }) =>
    describeRegion(mask, plan.size, path),
  );
  return JSON.stringify({
    file,
    sha256: bytesToHex(sha256(png)),
    prompt: plan.prompt,
    seed: plan.seed,
    sample: sample + 1,
    findings: plan.parsed.findings.map((requested, request) => ({
      ...describeFinding(film.findings, request),
      requested: { side: requested.side, zones: requested.zones, severity: requested.severity },
      regions: regions.flatMap((region, index) =>
        sideRegion(film.findings[index], request, region),
      ),
    })),
    cardiothoracicRatio: round(film.patient.cardiothoracicRatio),
    anatomy: { heart, rightLung, leftLung },
    parameters: describePatient(film.patient),
  });
}

function describeFinding(findings: readonly DrawnFinding[], request: number): object {
  const [first, second] = findings.filter((each) => each.request === request);
  if (!first) return {};
  const { kind, side, zones, severity, extent } = first;
  return { kind, side: second ? "bilateral" : side, zones, severity, extent: round(extent) };
}

function sideRegion(finding: DrawnFinding | undefined, request: number, region: Region): object[] {
  return finding?.request === request ? [{ side: finding.side, ...region }] : [];
}

function describePatient({ pose, cardiothoracicRatio: _separate, ...patient }: Patient): object {
  const all = { ...patient, ...pose };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      name,
      typeof value === "number" ? round(value) : value,
    ]),
  );
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
