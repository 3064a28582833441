import { type Ellipsoid, paintEllipsoid, reachOf, uniteEllipsoids } from "./ellipsoid.ts";
import type { Fields } from "./fields.ts";
import type { Grid } from "./grid.ts";
import type { Patient } from "./patient.ts";

/** The heart and the great vessels that make the outline of the mediastinum. */
export interface Mediastinum {
  readonly heart: readonly Ellipsoid[];
  readonly vessels: readonly Ellipsoid[];
  /** The heart's border to the patient's right (below 0) and left, as x. */
  readonly right: number;
  readonly left: number;
}

export interface MediastinumOptions {
  readonly patient: Patient;
  /** Heights of the two domes on which the heart lies. */
  readonly floor: number;
  /** The inner width of the chest. */
  readonly chestWidth: number;
  /** Towards the patient's left, in film sides. */
  readonly shift: number;
}

/** Atrium, ventricles and base, for a heart of width 1: x, y below the base, half axes, turn, depth. */
const CHAMBERS: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.13, 0.56, 0.21, 0.36, 0.1, 11],
  [0.02, 0.5, 0.3, 0.48, 0, 13.5],
  [0.22, 0.62, 0.47, 0.3, 0.5, 13.5],
  [0.12, 0.32, 0.2, 0.32, -0.15, 9],
];

export function createMediastinum(options: MediastinumOptions): Mediastinum {
  const { patient, floor, chestWidth, shift } = options;
  const width = patient.cardiothoracicRatio * chestWidth;
  const height = 0.29 * (1 + 0.5 * (width / 0.33 - 1));
  const base = floor + 0.058 - height;
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
  const knob = 0.036 + 0.006 * patient.build;
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
  uniteEllipsoids(field);
}
