import type { Side } from "../prompt/finding.ts";
import { type Curve, curveThrough } from "./curve.ts";
import { clamp, smoothstep } from "./exact-math.ts";
import type { Fields } from "./fields.ts";
import type { Grid } from "./grid.ts";
import type { Patient } from "./patient.ts";

/** One lung: outlines as distances from the midline, by height on the film. */
export interface Lung {
  readonly side: Side;
  /** 1 for the left lung, −1 for the right: the sign of its x. */
  readonly sign: 1 | -1;
  readonly apex: number;
  readonly inner: Curve;
  readonly outer: Curve;
  /** The diaphragm's height by distance from the midline. */
  readonly diaphragm: Curve;
  /** The dome's height, and the bottom of the costophrenic angle. */
  readonly dome: number;
  readonly angle: number;
  /** In centimetres, through the thickest part. */
  readonly depth: number;
}

export interface LungOptions {
  readonly side: Side;
  /** How far the diaphragm is drawn up, in film sides. */
  readonly lift: number;
}

export function createLung(patient: Patient, { side, lift }: LungOptions): Lung {
  const { build, inspiration } = patient;
  const isLeft = side === "left";
  const dome = 0.705 + 0.035 * inspiration + (isLeft ? 0.018 : 0) - lift;
  const widths: [number, number][] = [
    [0.08, 0.185],
    [0.12, 0.215],
    [0.17, 0.255],
    [0.24, 0.297],
    [0.34, 0.338],
    [0.46, 0.368],
    [0.6, 0.385],
    [0.72, 0.388],
    [0.85, 0.385],
  ];
  const outer = curveThrough(widths.map(([y, width]) => [y, width * build]));
  const wall = outer.at(dome + 0.1);
  const drop = 0.13;
  return {
    side,
    sign: isLeft ? 1 : -1,
    apex: 0.082 + (isLeft ? 0.004 : 0),
    inner: curveThrough([
      [0.08, 0.062],
      [0.14, 0.052],
      [0.22, 0.045],
      [0.34, 0.038],
      [0.5, 0.028],
      [0.8, 0.025],
    ]),
    outer,
    diaphragm: curveThrough(domePoints(dome, wall, drop)),
    dome,
    angle: dome + drop * 0.86,
    depth: patient.depth * 0.73,
  };
}

/** A dome whose top lies half way, which falls steeply to the wall and a little to the midline. */
function domePoints(dome: number, wall: number, drop: number): [number, number][] {
  const top = wall * 0.47;
  return Array.from({ length: 33 }, (_, index) => {
    const distance = (wall * index) / 32;
    if (distance < top) {
      const share = (top - distance) / top;
      return [distance, dome + 0.028 * share * share];
    }
    const share = (distance - top) / (wall - top);
    return [distance, dome + drop * (1 - Math.sqrt(Math.max(0, 1 - 0.985 * share * share)))];
  });
}

/** How far the dome over the apex has opened at a height: 0 at the apex, 1 below the dome. */
function opening(lung: Lung, y: number): number {
  const share = clamp((y - lung.apex) / 0.095, 0, 1);
  return Math.sqrt(share * (2 - share));
}

/** The place across a lung: −1 at the mediastinum, 1 at the chest wall. */
export function acrossLung(lung: Lung, distance: number, y: number): number {
  const inner = lung.inner.at(y);
  const outer = lung.outer.at(y);
  const middle = (inner + outer) / 2;
  const half = ((outer - inner) / 2) * opening(lung, y);
  return half > 1e-6 ? (distance - middle) / half : 9;
}

/** How much of the lung is left below the dome, where it lies behind the diaphragm. */
function behindDiaphragm(below: number): number {
  if (below < -0.004) return 1;
  const edge = 1 - smoothstep(-0.004, 0.004, below);
  return edge + (1 - edge) * 0.17 * clamp(1 - below / 0.11, 0, 1);
}

const MASK: Readonly<Record<Side, number>> = { right: 1, left: 2 };

export function paintLung(lung: Lung, { grid, fields }: { grid: Grid; fields: Fields }): void {
  const { size } = grid;
  for (let at = 0; at < size * size; at++) {
    const column = at % size;
    const row = (at - column) / size;
    const distance = (grid.x0 + column * grid.along - row * grid.across) * lung.sign;
    if (distance < 0.02 || distance > 0.42) continue;
    const y = grid.y0 + column * grid.across + row * grid.along;
    if (y < lung.apex || y > lung.angle + 0.15) continue;
    const across = acrossLung(lung, distance, y);
    const square = 1 - across * across * across * across;
    if (square <= 0) continue;
    const below = y - lung.diaphragm.at(distance);
    const share = behindDiaphragm(below);
    fields.lungs[at] = lung.depth * Math.sqrt(square) * opening(lung, y) * share;
    if (below < 0) fields.lungMask[at] = MASK[lung.side];
  }
}
