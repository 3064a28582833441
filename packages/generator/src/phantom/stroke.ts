import { type Box, boxAround, type Grid } from "./grid.ts";

/** A point of a line that has a width. */
export interface Knot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How much it attenuates in the middle. */
  readonly weight: number;
}

/** Attenuation across a stroke by 1 − (distance ÷ radius)², relative to the middle. */
export type CrossSection = (square: number) => number;

/** A full rod. */
export const rod: CrossSection = (square) => Math.sqrt(square);

/** A hollow bone: the rays that graze its walls pass through most of it. */
export const hollowBone: CrossSection = (square) => {
  const inside = square - 0.36;
  return 1.45 * Math.sqrt(square) - (inside > 0 ? 0.85 * Math.sqrt(inside) : 0);
};

export interface StrokeOptions {
  readonly grid: Grid;
  /** Where strokes meet, the greater attenuation stays. */
  readonly field: Float32Array;
  readonly section: CrossSection;
}

/** Draws a line through knots, its width and weight changing evenly from one to the next. */
export function stroke(knots: readonly Knot[], options: StrokeOptions): void {
  for (let index = 0; index + 1 < knots.length; index++) {
    const from = knots[index];
    const to = knots[index + 1];
    if (from && to) strokeSegment(from, to, options);
  }
}

function strokeSegment(from: Knot, to: Knot, { grid, field, section }: StrokeOptions): void {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy + 1e-12;
  const thinnest = 0.6 * grid.along;
  const box = boxOf(grid, from, to);
  for (let row = box.top; row < box.bottom; row++) {
    let x = grid.x0 + box.left * grid.along - row * grid.across - from.x;
    let y = grid.y0 + box.left * grid.across + row * grid.along - from.y;
    for (let at = row * grid.size + box.left; at < row * grid.size + box.right; at++) {
      const along = (x * dx + y * dy) / length;
      const share = along < 0 ? 0 : along > 1 ? 1 : along;
      const offX = x - share * dx;
      const offY = y - share * dy;
      const real = from.radius + share * (to.radius - from.radius);
      const radius = real < thinnest ? thinnest : real;
      const square = 1 - (offX * offX + offY * offY) / (radius * radius);
      if (square > 0) {
        const weight = (from.weight + share * (to.weight - from.weight)) * (real / radius);
        const value = weight * section(square);
        if (value > (field[at] ?? 0)) field[at] = value;
      }
      x += grid.along;
      y += grid.across;
    }
  }
}

function boxOf(grid: Grid, from: Knot, to: Knot): Box {
  const start = boxAround(grid, from.x, from.y, from.radius);
  const end = boxAround(grid, to.x, to.y, to.radius);
  return {
    left: Math.min(start.left, end.left),
    top: Math.min(start.top, end.top),
    right: Math.max(start.right, end.right),
    bottom: Math.max(start.bottom, end.bottom),
  };
}

/** A cubic Bézier curve as knots. */
export function bend(
  [start, first, second, end]: readonly [Knot, Knot, Knot, Knot],
  pieces: number,
): Knot[] {
  return Array.from({ length: pieces + 1 }, (_, piece) => {
    const share = piece / pieces;
    const rest = 1 - share;
    const blend = (of: (knot: Knot) => number) =>
      of(start) * rest * rest * rest +
      of(first) * 3 * rest * rest * share +
      of(second) * 3 * rest * share * share +
      of(end) * share * share * share;
    return {
      x: blend((knot) => knot.x),
      y: blend((knot) => knot.y),
      radius: blend((knot) => knot.radius),
      weight: blend((knot) => knot.weight),
    };
  });
}
