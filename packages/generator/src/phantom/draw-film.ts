import type { RequestedFinding, Sex, Side, View } from "../prompt/finding.ts";
import { createRandom } from "../random.ts";
import { paintAirways } from "./airways.ts";
import { paintBody } from "./body.ts";
import { develop } from "./develop.ts";
import { clearFields, type Fields } from "./fields.ts";
import { createGrid, type Grid } from "./grid.ts";
import { createMediastinum, paintMediastinum } from "./heart.ts";
import { createLung, type Lung, paintLung, wallAt } from "./lung.ts";
import { FINDING_PAINTERS } from "./paint-finding.ts";
import { drawPatient, type Patient } from "./patient.ts";
import { type Placement, placeFinding } from "./placement.ts";
import { paintSkeleton } from "./skeleton.ts";
import { paintVessels } from "./vessels.ts";

/** What is to be seen on a film. */
export interface FilmRequest {
  readonly findings: readonly RequestedFinding[];
  readonly view: View;
  readonly sex: Sex | undefined;
  readonly noise: number | undefined;
}

/** A placement and where it was painted: 1 in the mask. */
export interface DrawnFinding extends Placement {
  /** Which of the request's findings it belongs to. */
  readonly request: number;
  readonly mask: Uint8Array;
}

/** A film and the truth about it. */
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
  /** Scratch, overwritten. */
  readonly fields: Fields;
}

/** Streams of their own, so that the same patient can be drawn with and without a finding. */
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
  const lungs = paintAnatomy(patient, { placements, grid, fields, stream });
  const findings = placements.map((placement, index) => ({
    ...placement,
    mask: paintPlacement(placement, {
      grid,
      fields,
      lungs,
      random: stream(STREAMS.findings, index, 1),
    }),
  }));
  const pixels = develop(fields, patient, stream(STREAMS.grain));
  return { pixels, patient, findings, masks: anatomyMasks(fields) };
}

interface AnatomyOptions {
  readonly placements: readonly Placement[];
  readonly grid: Grid;
  readonly fields: Fields;
  readonly stream: (...path: number[]) => ReturnType<typeof createRandom>;
}

function paintAnatomy(
  patient: Patient,
  { placements, grid, fields, stream }: AnatomyOptions,
): Record<Side, Lung> {
  clearFields(fields);
  const right = createLung(patient, { side: "right", lift: liftOf("right", placements) });
  const left = createLung(patient, { side: "left", lift: liftOf("left", placements) });
  const shift = shiftOf(placements);
  const canvas = { grid, fields };
  paintBody(patient, canvas);
  paintLung(right, canvas);
  paintLung(left, canvas);
  const floor = (right.dome + left.dome) / 2;
  const chestWidth = wallAt(right, right.dome) + wallAt(left, left.dome);
  paintMediastinum(createMediastinum({ patient, floor, chestWidth, shift }), canvas);
  const random = stream(STREAMS.anatomy);
  const bubble = random.chance(0.7)
    ? { x: random.between(0.09, 0.15), y: left.dome + 0.058, radius: 0.036, weight: 4 }
    : undefined;
  paintAirways({ shift: shift * 1.1 + patient.turn, bubble }, canvas);
  paintSkeleton({ patient, lungs: [right, left], ...canvas });
  const fullness = 1 + 0.35 * Math.max(0, ...extentsOf(placements, "edema"));
  paintVessels({ lung: right, random, fullness, shift, ...canvas });
  paintVessels({ lung: left, random, fullness, shift, ...canvas });
  return { left, right };
}

function extentsOf(
  placements: readonly Placement[],
  kind: Placement["kind"],
  side?: Side,
): number[] {
  return placements
    .filter((each) => each.kind === kind && (side === undefined || each.side === side))
    .map(({ extent }) => extent);
}

/** Airless lung draws the diaphragm up. */
function liftOf(side: Side, placements: readonly Placement[]): number {
  return 0.05 * Math.max(0, ...extentsOf(placements, "atelectasis", side));
}

/** Fluid and air push the mediastinum away, airless lung draws it near; above 0 is towards the left. */
function shiftOf(placements: readonly Placement[]): number {
  const most = (kind: Placement["kind"], side: Side) =>
    Math.max(0, ...extentsOf(placements, kind, side));
  const towardsLeft = (kind: Placement["kind"]) => most(kind, "left") - most(kind, "right");
  const pushed = 0.025 * towardsLeft("effusion") + 0.022 * towardsLeft("pneumothorax");
  return 0.022 * towardsLeft("atelectasis") - pushed;
}

interface PlacementOptions {
  readonly grid: Grid;
  readonly fields: Fields;
  readonly lungs: Readonly<Record<Side, Lung>>;
  readonly random: ReturnType<typeof createRandom>;
}

function paintPlacement(
  placement: Placement,
  { grid, fields, lungs, random }: PlacementOptions,
): Uint8Array {
  if (placement.kind === "cardiomegaly" || placement.side === null) return fields.heartMask.slice();
  const mask = new Uint8Array(fields.lungs.length);
  const lung = lungs[placement.side];
  FINDING_PAINTERS[placement.kind](placement, { grid, fields, lung, random, mask });
  return mask;
}

function anatomyMasks({ lungMask, heartMask, lungs, organs }: Fields): Film["masks"] {
  const rightLung = new Uint8Array(lungMask.length);
  const leftLung = new Uint8Array(lungMask.length);
  for (let at = 0; at < lungMask.length; at++) {
    const label = lungMask[at];
    if (!label || (lungs[at] ?? 0) <= (organs[at] ?? 0)) continue;
    if (label === 1) rightLung[at] = 1;
    else leftLung[at] = 1;
  }
  return { heart: heartMask.slice(), rightLung, leftLung };
}
