import { cosine, sine } from "./exact-math.ts";
import { boxOf, type Grid } from "./grid.ts";

/** An ellipsoid of soft tissue, seen along one of its axes. */
export interface Ellipsoid {
  readonly x: number;
  readonly y: number;
  /** Half axes in the film's plane, the first turned clockwise from x by `turn` radians. */
  readonly radiusX: number;
  readonly radiusY: number;
  readonly turn: number;
  /** In centimetres, through the middle. */
  readonly depth: number;
}

/** How far an ellipsoid reaches to both sides of its middle. */
export function reachOf({ radiusX, radiusY, turn }: Ellipsoid): number {
  const across = radiusX * cosine(turn);
  const along = radiusY * sine(turn);
  return Math.sqrt(across * across + along * along);
}

/**
 * Adds the fourth power of the thickness. The fourth root of a sum of those is a union of ellipsoids
 * without creases, whose outline is still that of the ellipsoids: see {@link uniteEllipsoids}.
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

/** Makes thicknesses of the sums, all over the film. */
export function uniteEllipsoids(field: Float32Array): void {
  for (let at = 0; at < field.length; at++) {
    const sum = field[at] ?? 0;
    if (sum > 0) field[at] = Math.sqrt(Math.sqrt(sum));
  }
}
