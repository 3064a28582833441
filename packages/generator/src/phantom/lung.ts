import type { Side } from "../prompt/finding.ts";
import { curveThrough } from "./curve.ts";
import { clamp, smoothstep } from "./exact-math.ts";
import type { Fields } from "./fields.ts";
import { boxOf, type Extent, type Grid } from "./grid.ts";
import type { Patient } from "./patient.ts";

/** One lung. Distances are from the midline, heights from the film's upper edge. */
export interface Lung {
  readonly side: Side;
  /** 1 for the left lung, −1 for the right: the sign of its x. */
  readonly sign: 1 | -1;
  readonly apex: number;
  /** The width of the chest relative to the average. */
  readonly build: number;
  /** The height of the diaphragm's dome, and of the costophrenic angle. */
  readonly dome: number;
  readonly angle: number;
  /** The distance of the chest wall at that angle. */
  readonly wall: number;
  /** In centimetres, through the thickest part. */
  readonly depth: number;
}

/** The inner side of the ribs. */
const OUTER = curveThrough([
  [0.08, 0.205],
  [0.12, 0.235],
  [0.17, 0.27],
  [0.24, 0.307],
  [0.34, 0.342],
  [0.46, 0.37],
  [0.6, 0.385],
  [0.72, 0.388],
  [0.85, 0.385],
]);

/** Behind the mediastinum, which hides most of it. */
const INNER = curveThrough([
  [0.08, 0.055],
  [0.14, 0.05],
  [0.22, 0.038],
  [0.34, 0.024],
  [0.5, 0.016],
  [0.8, 0.014],
]);

/** How far the angle lies below the dome. */
const DROP = 0.13;

export interface LungOptions {
  readonly side: Side;
  /** How far the diaphragm is drawn up, in film sides. */
  readonly lift: number;
}

export function createLung(patient: Patient, { side, lift }: LungOptions): Lung {
  const { build, inspiration } = patient;
  const isLeft = side === "left";
  const dome = 0.705 + 0.035 * inspiration + (isLeft ? 0.018 : 0) - lift;
  return {
    side,
    sign: isLeft ? 1 : -1,
    apex: 0.082 + (isLeft ? 0.004 : 0),
    build,
    dome,
    angle: dome + DROP * 0.86,
    wall: OUTER.at(dome + 0.1) * build,
    depth: patient.depth * 0.73,
  };
}

/** The distance of the chest wall at a height. */
export function wallAt({ build }: Lung, y: number): number {
  return OUTER.at(y) * build;
}

/** The diaphragm's height: a dome that falls steeply to the wall and a little to the midline. */
function diaphragmAt({ dome, wall }: Lung, distance: number): number {
  const top = wall * 0.47;
  if (distance < top) {
    const share = 1 - distance / top;
    return dome + 0.028 * share * share;
  }
  const share = Math.min(1, (distance - top) / (wall - top));
  return dome + DROP * (1 - Math.sqrt(1 - 0.985 * share * share));
}

/** How far the dome over the apex has opened at a height: 0 at the apex, 1 below the dome. */
function opening(lung: Lung, y: number): number {
  const share = clamp((y - lung.apex) / 0.095, 0, 1);
  return Math.sqrt(share * (2 - share));
}

/** The place across a lung: −1 at the mediastinum, 1 at the chest wall. */
export function acrossLung(
  lung: Lung,
  distance: number,
  y: number,
  open: number = opening(lung, y),
): number {
  const inner = INNER.at(y);
  const outer = OUTER.at(y) * lung.build;
  const half = ((outer - inner) / 2) * open;
  return half > 1e-6 ? (distance - (inner + outer) / 2) / half : 9;
}

/** How much of the lung is left below the dome, where it lies behind the diaphragm. */
function behindDiaphragm(below: number, distance: number): number {
  if (below < -0.004) return 1;
  const edge = 1 - smoothstep(-0.004, 0.004, below);
  const recess = 0.17 * clamp(1 - below / 0.11, 0, 1) * smoothstep(0.05, 0.16, distance);
  return edge + (1 - edge) * recess;
}

const MASK: Readonly<Record<Side, number>> = { right: 1, left: 2 };

/** The rectangle that a lung lies in. */
export function extentOfLung({ sign, apex, angle, wall }: Lung): Extent {
  const [near, far] = [0.01 * sign, (wall + 0.02) * sign];
  return {
    left: Math.min(near, far),
    right: Math.max(near, far),
    top: apex,
    bottom: angle + 0.13,
  };
}

export function paintLung(lung: Lung, { grid, fields }: { grid: Grid; fields: Fields }): void {
  const box = boxOf(grid, extentOfLung(lung));
  for (let row = box.top; row < box.bottom; row++) {
    for (let column = box.left; column < box.right; column++) {
      const y = grid.y0 + column * grid.across + row * grid.along;
      const distance = (grid.x0 + column * grid.along - row * grid.across) * lung.sign;
      const open = opening(lung, y);
      const across = acrossLung(lung, distance, y, open);
      const square = 1 - across * across * across * across;
      if (square <= 0 || distance <= 0) continue;
      const below = y - diaphragmAt(lung, distance);
      const share = open * behindDiaphragm(below, distance);
      const at = row * grid.size + column;
      fields.lungs[at] = lung.depth * Math.sqrt(square) * share;
      if (below < 0) fields.lungMask[at] = MASK[lung.side];
    }
  }
}
