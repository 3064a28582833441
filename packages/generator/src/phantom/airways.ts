import type { Fields } from "./fields.ts";
import type { Grid } from "./grid.ts";
import { bend, HAZE, type Knot, ROD, stroke } from "./stroke.ts";

/** Paints the windpipe, the main bronchi and the gas bubble in the stomach. Weights are centimetres of gas. */
export function paintAirways(
  { shift, bubble }: { shift: number; bubble: Knot | undefined },
  { grid, fields }: { grid: Grid; fields: Fields },
): void {
  const knot = (x: number, y: number, radius: number): Knot => ({
    x: x + shift,
    y,
    radius,
    weight: radius * 110,
  });
  const paint = (knots: readonly Knot[]) =>
    stroke(knots, { grid, field: fields.gas, section: ROD });
  paint([
    knot(0.002, -0.05, 0.019),
    knot(0, 0.12, 0.0205),
    knot(-0.008, 0.26, 0.02),
    knot(-0.006, 0.345, 0.021),
  ]);
  paint(
    bend(
      [
        knot(-0.01, 0.34, 0.017),
        knot(-0.02, 0.36, 0.016),
        knot(-0.045, 0.395, 0.014),
        knot(-0.062, 0.43, 0.01),
      ],
      6,
    ),
  );
  paint(
    bend(
      [
        knot(0, 0.34, 0.015),
        knot(0.02, 0.365, 0.014),
        knot(0.05, 0.385, 0.013),
        knot(0.085, 0.415, 0.01),
      ],
      6,
    ),
  );
  if (bubble) {
    const haze = { grid, field: fields.gas, section: HAZE };
    stroke([bubble, { ...bubble, x: bubble.x + 0.05, radius: bubble.radius * 0.8 }], haze);
  }
}
