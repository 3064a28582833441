import { type Ellipsoid, paintEllipsoid, reachOf, uniteEllipsoids } from "./ellipsoid.ts";
import type { Fields } from "./fields.ts";
import type { Grid } from "./grid.ts";
import type { Patient } from "./patient.ts";

/** The heart and the great vessels, which form the outline of the mediastinum. */
export interface Mediastinum {
  readonly heart: readonly Ellipsoid[];
  readonly vessels: readonly Ellipsoid[];
  /** The x of the heart's border on the patient's right (negative) and left. */
  readonly right: number;
  readonly left: number;
}

export interface MediastinumOptions {
  readonly patient: Patient;
  /** The mean height of the two domes of the diaphragm, on which the heart lies. */
  readonly floor: number;
  /** The inner width of the chest. */
  readonly chestWidth: number;
  /** The shift towards the patient's left, in film sides. */
  readonly shift: number;
}

/** The atrium, the ventricles and the base of a heart of width 1: x, y below the base, half axes, turn, depth. */
const CHAMBERS: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.13, 0.56, 0.21, 0.36, 0.1, 11],
  [0.02, 0.5, 0.3, 0.48, 0, 13.5],
  [0.22, 0.63, 0.47, 0.33, 0.48, 13.5],
  [0.12, 0.32, 0.2, 0.32, -0.15, 9],
];

export function createMediastinum(options: MediastinumOptions): Mediastinum {
  const { patient, floor, chestWidth, shift } = options;
  const width = patient.cardiothoracicRatio * chestWidth;
  const height = 0.29 * (1 + 0.5 * (width / 0.33 - 1));
  const base = floor + 0.064 + 0.12 * (width - 0.33) - height;
  const unit = CHAMBERS.map(([x, y, radiusX, radiusY, turn, depth]) => ({
    x,
    y: base + y * height,
    radiusX,
    radiusY: (radiusY * height) / width,
    turn,
    depth: (depth * patient.depth) / 21,
  }));
  const left = Math.max(...unit.map((chamber) => chamber.x + reachOf(chamber)));
  const right = Math.min(...unit.map((chamber) => chamber.x - reachOf(chamber)));
  const scale = width / (left - right);
  const centre = shift + patient.turn * 1.5;
  const heart = unit.map((chamber) => ({
    ...chamber,
    x: centre + chamber.x * scale,
    radiusX: chamber.radiusX * scale,
    radiusY: chamber.radiusY * scale,
  }));
  return {
    heart,
    vessels: greatVessels(patient, base, centre),
    right: centre + right * scale,
    left: centre + left * scale,
  };
}

function greatVessels(patient: Patient, base: number, centre: number): Ellipsoid[] {
  const knob = 0.041 * patient.aorta;
  return [
    { x: centre + 0.045, y: 0.285, radiusX: knob, radiusY: knob * 1.05, turn: 0, depth: 7 },
    { x: centre + 0.022, y: 0.44, radiusX: 0.052, radiusY: 0.24, turn: 0, depth: 9 },
    { x: centre - 0.016, y: 0.36, radiusX: 0.052, radiusY: 0.3, turn: 0.05, depth: 9 },
    { x: centre, y: 0.5, radiusX: 0.046, radiusY: 0.6, turn: 0, depth: 11 },
    { x: centre + 0.05, y: base + 0.015, radiusX: 0.042, radiusY: 0.05, turn: 0.3, depth: 6.5 },
  ];
}

export function paintMediastinum(
  { heart, vessels }: Mediastinum,
  { grid, fields }: { grid: Grid; fields: Fields },
): void {
  const field = fields.organs;
  for (const chamber of heart) paintEllipsoid(chamber, { grid, field, mask: fields.heartMask });
  for (const vessel of vessels) paintEllipsoid(vessel, { grid, field });
  uniteEllipsoids(field, fields.lungMask);
}
