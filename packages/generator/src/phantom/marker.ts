import type { Fields } from "./fields.ts";
import { createGrid, type Grid } from "./grid.ts";
import { type Knot, ROD, stroke } from "./stroke.ts";

/** The strokes of an upright L in a unit square. */
const LETTER = [
  [0, 0],
  [0, 1],
  [0.62, 1],
] as const;

/** Paints the lead letter that radiographers place on the cassette beside the patient's left shoulder. */
export function paintMarker({ size }: Grid, fields: Fields): void {
  const grid = createGrid(size, { tilt: 0, zoom: 1, shiftX: 0, shiftY: 0 });
  const knots = LETTER.map(
    ([x, y]): Knot => ({ x: 0.43 + 0.035 * x, y: 0.035 + 0.04 * y, radius: 0.0045, weight: 3.6 }),
  );
  stroke(knots, { grid, field: fields.bones[2], section: ROD });
}
