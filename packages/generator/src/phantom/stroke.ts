import { clamp } from "./exact-math.ts";
import { boxOf, type Extent, type Grid } from "./grid.ts";

/** A point of a line with a width. */
export interface Knot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The attenuation at the centre of the line. */
  readonly weight: number;
}

/**
 * The attenuation across a stroke relative to the weight, with q = 1 − (distance ÷ radius)²: a solid rod adds √q, a
 * core subtracts from it, and a haze adds q.
 */
export interface CrossSection {
  readonly rod: number;
  readonly core: number;
  readonly haze: number;
}

export const ROD: CrossSection = { rod: 1, core: 0, haze: 0 };

export const HAZE: CrossSection = { rod: 0, core: 0, haze: 1 };

/** A hollow bone. Rays near its edges pass through more of the wall than rays through its centre. */
export const HOLLOW_BONE: CrossSection = { rod: 1.6, core: 1.05, haze: 0 };

/** The q at which the core of a hollow bone begins. */
const WALL = 0.3;

export interface StrokeOptions {
  readonly grid: Grid;
  /** The field to draw in. Where strokes overlap, the greater attenuation counts. */
  readonly field: Float32Array;
  readonly section: CrossSection;
}

/** Draws a line through knots. Its width and weight change linearly between knots. */
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
  // Lines thinner than a pixel are drawn wider and fainter, so that they have no gaps.
  const thinnest = 0.6 * grid.along;
  const box = boxOf(grid, extentOf(from, to, thinnest));
  for (let row = box.top; row < box.bottom; row++) {
    for (let column = box.left; column < box.right; column++) {
      const x = grid.x0 + column * grid.along - row * grid.across - from.x;
      const y = grid.y0 + column * grid.across + row * grid.along - from.y;
      const share = clamp((x * dx + y * dy) / length, 0, 1);
      const offX = x - share * dx;
      const offY = y - share * dy;
      const real = from.radius + share * (to.radius - from.radius);
      const radius = Math.max(real, thinnest);
      const square = 1 - (offX * offX + offY * offY) / (radius * radius);
      if (square <= 0) continue;
      const weight = (from.weight + share * (to.weight - from.weight)) * (real / radius);
      const at = row * grid.size + column;
      const core = section.core * Math.sqrt(Math.max(0, square - WALL));
      const value = weight * (section.rod * Math.sqrt(square) - core + section.haze * square);
      field[at] = Math.max(field[at] ?? 0, value);
    }
  }
}

function extentOf(from: Knot, to: Knot, thinnest: number): Extent {
  const radius = Math.max(from.radius, to.radius, thinnest);
  return {
    left: Math.min(from.x, to.x) - radius,
    right: Math.max(from.x, to.x) + radius,
    top: Math.min(from.y, to.y) - radius,
    bottom: Math.max(from.y, to.y) + radius,
  };
}

/** Converts a cubic Bézier curve to knots. */
export function bend(
  [start, first, second, end]: readonly [Knot, Knot, Knot, Knot],
  pieces: number,
): Knot[] {
  const knots: Knot[] = [];
  for (let piece = 0; piece <= pieces; piece++) {
    const share = piece / pieces;
    const rest = 1 - share;
    const a = rest * rest * rest;
    const b = 3 * rest * rest * share;
    const c = 3 * rest * share * share;
    const d = share * share * share;
    knots.push({
      x: start.x * a + first.x * b + second.x * c + end.x * d,
      y: start.y * a + first.y * b + second.y * c + end.y * d,
      radius: start.radius * a + first.radius * b + second.radius * c + end.radius * d,
      weight: start.weight * a + first.weight * b + second.weight * c + end.weight * d,
    });
  }
  return knots;
}
