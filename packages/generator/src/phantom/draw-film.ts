import type { RequestedFinding, Sex, Side, View } from "../prompt/finding.ts";
import { createRandom, type Random } from "../random.ts";
import { develop } from "./develop.ts";
import { type Fields, findingMask } from "./fields.ts";
import { createGrid, type Grid } from "./grid.ts";
import type { Lung } from "./lung.ts";
import { paintAnatomy } from "./paint-anatomy.ts";
import { FINDING_PAINTERS } from "./paint-finding.ts";
import { drawPatient, type Patient } from "./patient.ts";
import { type Placement, placeFinding } from "./placement.ts";

/** A request for a film. */
export interface FilmRequest {
  readonly findings: readonly RequestedFinding[];
  readonly view: View;
  readonly sex: Sex | undefined;
  readonly noise: number | undefined;
}

/** A painted placement, with its mask, which is 1 where the finding is. */
export interface DrawnFinding extends Placement {
  /** The index of the finding in the request. */
  readonly request: number;
  readonly mask: Uint8Array;
}

/** A film and its ground truth. Valid until the next film is drawn into the same fields. */
export interface Film {
  readonly pixels: Uint8Array;
  readonly patient: Patient;
  readonly findings: readonly DrawnFinding[];
  readonly masks: Readonly<Record<"heart" | "leftLung" | "rightLung", Uint8Array>>;
}

export interface FilmOptions {
  readonly seed: number;
  readonly sample: number;
  readonly size: number;
  /** Buffers, which are overwritten. */
  readonly fields: Fields;
}

/** The ids of separate random streams, so that the same patient can be drawn with and without a finding. */
const STREAMS = { patient: 1, anatomy: 2, grain: 3, findings: 4 } as const;

export function drawFilm(request: FilmRequest, options: FilmOptions): Film {
  const { seed, sample, size, fields } = options;
  const stream = (...path: number[]) => createRandom(seed, sample, ...path);
  const placements = request.findings.flatMap((finding, index) =>
    placeFinding(finding, stream(STREAMS.findings, index)).map((each) => ({
      ...each,
      request: index,
    })),
  );
  const heart = placements.find(({ kind }) => kind === "cardiomegaly")?.severity ?? "normal";
  const patient = drawPatient({ ...request, heart, random: stream(STREAMS.patient) });
  const grid = createGrid(size, patient.pose);
  const lungs = paintAnatomy(patient, {
    placements,
    grid,
    fields,
    random: stream(STREAMS.anatomy),
  });
  const findings = placements.map((placement, index) => ({
    ...placement,
    mask: paintPlacement(placement, {
      grid,
      fields,
      lungs,
      random: stream(STREAMS.findings, index, 1),
      mask: findingMask(fields, index),
    }),
  }));
  develop(fields, patient, stream(STREAMS.grain));
  return { pixels: fields.pixels, patient, findings, masks: anatomyMasks(fields) };
}

interface PlacementOptions {
  readonly grid: Grid;
  readonly fields: Fields;
  readonly lungs: Readonly<Record<Side, Lung>>;
  readonly random: Random;
  readonly mask: Uint8Array;
}

function paintPlacement(
  placement: Placement,
  { grid, fields, lungs, random, mask }: PlacementOptions,
): Uint8Array {
  if (placement.kind === "cardiomegaly" || placement.side === null) return fields.heartMask;
  const lung = lungs[placement.side];
  FINDING_PAINTERS[placement.kind](placement, { grid, fields, lung, random, mask });
  return mask;
}

function anatomyMasks({
  lungMask,
  heartMask,
  rightLung,
  leftLung,
  ...fields
}: Fields): Film["masks"] {
  for (let at = 0; at < lungMask.length; at++) {
    const label = lungMask[at];
    if (!label || (fields.lungs[at] ?? 0) <= (fields.organs[at] ?? 0)) continue;
    if (label === 1) rightLung[at] = 1;
    else leftLung[at] = 1;
  }
  return { heart: heartMask, rightLung, leftLung };
}
