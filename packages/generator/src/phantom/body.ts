import { curveThrough } from "./curve.ts";
import { clamp } from "./exact-math.ts";
import type { Fields } from "./fields.ts";
import type { Grid } from "./grid.ts";
import type { Clouds } from "./noise-tile.ts";
import type { Patient } from "./patient.ts";

/** The half widths of the neck, the shoulders and the trunk by height, in film sides. */
const OUTLINE = curveThrough([
  [-0.1, 0.125],
  [0, 0.14],
  [0.03, 0.175],
  [0.07, 0.27],
  [0.11, 0.4],
  [0.16, 0.53],
  [0.22, 0.58],
  [0.3, 0.57],
  [0.38, 0.5],
  [0.46, 0.455],
  [0.6, 0.442],
  [0.8, 0.44],
  [1.1, 0.455],
]);

/** The depth of the body by height, relative to the depth of the chest. */
const DEPTH = curveThrough([
  [-0.1, 0.52],
  [0, 0.55],
  [0.1, 0.66],
  [0.2, 0.86],
  [0.35, 1],
  [0.7, 1],
  [0.85, 1.04],
  [1.1, 1.1],
]);

export interface BodyOptions {
  readonly grid: Grid;
  readonly fields: Fields;
  /** The unevenness of fat and muscle. */
  readonly clouds: Clouds;
}

export function paintBody(patient: Patient, { grid, fields, clouds }: BodyOptions): void {
  const { size } = grid;
  const width = 0.4 + 0.6 * patient.build;
  const breast = patient.sex === "female" ? 3.4 : 0.9;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = grid.x0 + column * grid.along - row * grid.across;
      const y = grid.y0 + column * grid.across + row * grid.along;
      const across = x / (OUTLINE.at(y) * width);
      const square = across * across;
      if (square >= 1) continue;
      const trunk = DEPTH.at(y) * patient.depth * Math.sqrt(1 - square * square);
      const uneven = 1 + 0.012 * clouds.at(x, y);
      fields.body[row * size + column] = (trunk + breast * breastAt(x, y)) * uneven;
    }
  }
}

/** The thickness of the breasts: a half ellipse on each side, sharpest at its lower fold. */
function breastAt(x: number, y: number): number {
  const side = (Math.abs(x) - 0.24) / 0.165;
  const height = y - 0.61;
  const along = height < 0 ? height / 0.26 : height / 0.13;
  const square = clamp(1 - side * side - along * along, 0, 1);
  return square * (1.6 - 0.6 * square);
}
