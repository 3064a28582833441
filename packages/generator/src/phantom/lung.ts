import type { Side } from "../prompt/finding.ts";
import { curveThrough } from "./curve.ts";
import { clamp, smoothstep } from "./exact-math.ts";
import type { Fields } from "./fields.ts";
import { boxOf, type Extent, type Grid } from "./grid.ts";
import type { Patient } from "./patient.ts";

/** A lung. Distances are measured from the midline, heights from the film's upper edge. */
export interface Lung {
  readonly side: Side;
  /** 1 for the left lung, −1 for the right: the sign of its x. */
  readonly sign: 1 | -1;
  readonly apex: number;
  /** The width of the chest relative to the average. */
  readonly build: number;
  /** The heights of the diaphragm's dome and of the costophrenic angle. */
  readonly dome: number;
  readonly angle: number;
  /** The distance of the chest wall at the costophrenic angle. */
  readonly wall: number;
  /** The thickness in centimetres at the thickest part. */
  readonly depth: number;
}

/** The distance of the inner side of the ribs by height. */
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

/** The distance of the lung's inner border by height. The mediastinum hides most of it. */
const INNER = curveThrough([
  [0.08, 0.055],
  [0.14, 0.05],
  [0.22, 0.038],
  [0.34, 0.024],
  [0.5, 0.016],
  [0.8, 0.014],
]);

/** The height difference between the dome and the costophrenic angle. */
const DROP = 0.13;

export interface LungOptions {
  readonly side: Side;
  /** How far the diaphragm is raised, in film sides. */
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

/** Returns the distance of the chest wall at a height. */
export function wallAt({ build }: Lung, y: number): number {
  return OUTER.at(y) * build;
}

/** Returns the diaphragm's height: a dome that falls steeply to the chest wall and slightly to the midline. */
function diaphragmAt({ dome, wall }: Lung, distance: number): number {
  const top = wall * 0.47;
  if (distance < top) {
    const share = 1 - distance / top;
    return dome + 0.028 * share * share;
  }
  const share = Math.min(1, (distance - top) / (wall - top));
  return dome + DROP * (1 - Math.sqrt(1 - 0.985 * share * share));
}

/** Returns the lung's relative width at a height below the apex: 0 at the apex, 1 below the apical dome. */
function opening(lung: Lung, y: number): number {
  const share = clamp((y - lung.apex) / 0.095, 0, 1);
  return Math.sqrt(share * (2 - share));
}

/** Returns the relative position across a lung: −1 at the mediastinum, 1 at the chest wall. */
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

/** Returns the share of the lung's thickness that is left near the dome and below it, behind the diaphragm. */
function behindDiaphragm(below: number, distance: number): number {
  if (below < -0.009) return 1;
  const recess = 0.17 * clamp(1 - below / 0.11, 0, 1) * smoothstep(0.05, 0.16, distance);
  return recess + (1 - recess) * (1 - smoothstep(-0.009, 0, below));
}

const MASK: Readonly<Record<Side, number>> = { right: 1, left: 2 };

/** Returns the rectangle that contains a lung. */
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
