import type { Side } from "../prompt/finding.ts";
import type { Random } from "../random.ts";
import { paintAirways } from "./airways.ts";
import { paintBody } from "./body.ts";
import { clearFields, type Fields } from "./fields.ts";
import type { Grid } from "./grid.ts";
import { createMediastinum, paintMediastinum } from "./heart.ts";
import { createLung, type Lung, paintLung, wallAt } from "./lung.ts";
import { paintMarker } from "./marker.ts";
import { createClouds } from "./noise-tile.ts";
import type { Patient } from "./patient.ts";
import type { Placement } from "./placement.ts";
import { paintSkeleton } from "./skeleton.ts";
import { paintVessels } from "./vessels.ts";

export interface AnatomyOptions {
  readonly placements: readonly Placement[];
  readonly grid: Grid;
  readonly fields: Fields;
  readonly random: Random;
}

/** Paints a patient's anatomy, including the effects of the findings on it. */
export function paintAnatomy(
  patient: Patient,
  { placements, grid, fields, random }: AnatomyOptions,
): Record<Side, Lung> {
  clearFields(fields);
  const right = createLung(patient, { side: "right", lift: liftOf("right", placements) });
  const left = createLung(patient, { side: "left", lift: liftOf("left", placements) });
  const shift = shiftOf(placements);
  const canvas = { grid, fields };
  const clouds = createClouds(random.next(), random.next(), 1.3);
  paintBody(patient, { ...canvas, clouds });
  paintLung(right, canvas);
  paintLung(left, canvas);
  const floor = (right.dome + left.dome) / 2;
  const chestWidth = wallAt(right, right.dome) + wallAt(left, left.dome);
  paintMediastinum(createMediastinum({ patient, floor, chestWidth, shift }), canvas);
  const bubble = random.chance(0.7)
    ? { x: random.between(0.09, 0.15), y: left.dome + 0.058, radius: 0.036, weight: 4 }
    : undefined;
  paintAirways({ shift: shift * 1.1 + patient.turn, bubble }, canvas);
  paintMarker(grid, fields);
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

/** Returns how far airless lung raises the diaphragm. */
function liftOf(side: Side, placements: readonly Placement[]): number {
  return 0.05 * Math.max(0, ...extentsOf(placements, "atelectasis", side));
}

/**
 * Returns the shift of the mediastinum, positive towards the left. Large amounts of fluid or air push it away, and
 * airless lung pulls it closer.
 */
function shiftOf(placements: readonly Placement[]): number {
  const most = (kind: Placement["kind"], side: Side) =>
    Math.max(0, ...extentsOf(placements, kind, side));
  const pressure = (side: Side) =>
    Math.max(0, Math.max(most("effusion", side), most("pneumothorax", side)) - 0.4);
  const pull = most("atelectasis", "left") - most("atelectasis", "right");
  return 0.022 * pull - 0.04 * (pressure("left") - pressure("right"));
}
