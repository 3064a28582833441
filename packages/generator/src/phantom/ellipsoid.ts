import { cosine, sine } from "./exact-math.ts";
import { boxOf, type Grid } from "./grid.ts";

/** An ellipsoid of soft tissue, projected along one of its axes. */
export interface Ellipsoid {
  readonly x: number;
  readonly y: number;
  /** The half axes in the film's plane. The first is turned clockwise from x by `turn` radians. */
  readonly radiusX: number;
  readonly radiusY: number;
  readonly turn: number;
  /** The thickness at the centre in centimetres. */
  readonly depth: number;
}

/** Returns how far an ellipsoid extends to the left and right of its centre. */
export function reachOf({ radiusX, radiusY, turn }: Ellipsoid): number {
  const across = radiusX * cosine(turn);
  const along = radiusY * sine(turn);
  return Math.sqrt(across * across + along * along);
}

/**
 * Adds the fourth power of an ellipsoid's thickness to a field. The fourth root of the sum is a smooth union of the
 * ellipsoids with the same outline: see {@link uniteEllipsoids}.
 */
export function paintEllipsoid(
  ellipsoid: Ellipsoid,
  { grid, field, mask }: { grid: Grid; field: Float32Array; mask?: Uint8Array },
): void {
  const { x: centreX, y: centreY, radiusX, radiusY, turn, depth } = ellipsoid;
  const reach = Math.max(radiusX, radiusY);
  const box = boxOf(grid, {
    left: centreX - reach,
    right: centreX + reach,
    top: centreY - reach,
    bottom: centreY + reach,
  });
  const cos = cosine(turn);
  const sin = sine(turn);
  const fourth = depth * depth * depth * depth;
  for (let row = box.top; row < box.bottom; row++) {
    for (let column = box.left; column < box.right; column++) {
      const x = grid.x0 + column * grid.along - row * grid.across - centreX;
      const y = grid.y0 + column * grid.across + row * grid.along - centreY;
      const u = (x * cos + y * sin) / radiusX;
      const v = (y * cos - x * sin) / radiusY;
      const square = 1 - u * u - v * v;
      if (square <= 0) continue;
      const at = row * grid.size + column;
      field[at] = (field[at] ?? 0) + square * square * fourth;
      if (mask) mask[at] = 1;
    }
  }
}

/** Converts the sums to thicknesses within a mask, and clears the field elsewhere. */
export function uniteEllipsoids(field: Float32Array, mask: Uint8Array): void {
  for (let at = 0; at < field.length; at++) {
    const sum = field[at] ?? 0;
    if (sum > 0) field[at] = mask[at] ? Math.sqrt(Math.sqrt(sum)) : 0;
  }
}
