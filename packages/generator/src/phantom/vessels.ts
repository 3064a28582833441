import type { Random } from "../random.ts";
import { cosine, sine } from "./exact-math.ts";
import type { Fields } from "./fields.ts";
import type { Grid } from "./grid.ts";
import { acrossLung, type Lung } from "./lung.ts";
import { HAZE, type Knot, ROD, stroke } from "./stroke.ts";

/** The attenuation of a vessel in air-filled lung, per radius. A film side is 40 cm. */
const PER_RADIUS = 2 * 40 * 0.5;

interface Twig {
  readonly x: number;
  readonly y: number;
  /** The direction in radians, clockwise from the outward direction. */
  readonly heading: number;
  readonly radius: number;
  readonly length: number;
}

export interface VesselOptions {
  readonly lung: Lung;
  readonly random: Random;
  readonly grid: Grid;
  readonly fields: Fields;
  /** The relative width of the vessels: 1 is normal, congestion increases it. */
  readonly fullness: number;
  /** The shift of the hilum towards the patient's left. */
  readonly shift: number;
}

/** Paints arteries and veins that fan out from the hilum and branch. */
export function paintVessels(options: VesselOptions): void {
  const { lung, random, shift } = options;
  const x = 0.062 * lung.sign + shift;
  const y = lung.side === "left" ? 0.405 : 0.425;
  paintHilum(x, y, options);
  const trunks = 13;
  for (let trunk = 0; trunk < trunks; trunk++) {
    const heading = -1.45 + (2.95 * (trunk + random.between(-0.3, 0.3))) / (trunks - 1);
    const low = heading > 0.3 ? 1.2 : heading < -0.5 ? 0.75 : 0.95;
    grow(
      {
        x,
        y,
        heading,
        radius: random.between(0.0042, 0.0066) * low * options.fullness,
        length: 0.075,
      },
      options,
    );
  }
}

function paintHilum(x: number, y: number, { lung, grid, fields, fullness }: VesselOptions): void {
  const knot = (outwards: number, down: number, radius: number): Knot => ({
    x: x + outwards * lung.sign,
    y: y + down,
    radius: radius * fullness,
    weight: radius * 15,
  });
  const haze = { grid, field: fields.vessels, section: HAZE };
  stroke([knot(-0.005, -0.025, 0.034), knot(0.01, 0.03, 0.042), knot(0.015, 0.075, 0.03)], haze);
  const options = { grid, field: fields.vessels, section: ROD };
  stroke(
    [
      knot(-0.01, -0.03, 0.014),
      knot(0.012, 0.0, 0.019),
      knot(0.02, 0.05, 0.013),
      knot(0.03, 0.1, 0.009),
    ],
    options,
  );
  stroke([knot(0, 0, 0.017), knot(0.03, -0.045, 0.009)], options);
}

function grow(twig: Twig, options: VesselOptions): void {
  const { lung, random, grid, fields } = options;
  const visible = Math.max(0.0011, grid.along * 0.42);
  const end = bent(twig, { lung, random });
  const inside = Math.abs(acrossLung(lung, end.x * lung.sign, end.y)) < 0.97;
  const narrow = twig.radius * 0.86;
  const weightOf = (radius: number) => radius * PER_RADIUS;
  stroke(
    [
      { x: twig.x, y: twig.y, radius: twig.radius, weight: weightOf(twig.radius) },
      { x: end.x, y: end.y, radius: narrow, weight: weightOf(narrow) },
    ],
    { grid, field: fields.vessels, section: ROD },
  );
  if (!inside || narrow < visible || end.y > lung.angle) return;
  const fork = random.between(0.28, 0.62);
  const share = random.between(0.6, 0.88);
  const length = twig.length * random.between(0.7, 0.92);
  const split = random.chance(0.78);
  grow(
    {
      ...end,
      heading: end.heading + (split ? fork * (1 - share) : 0),
      radius: narrow * (split ? share : 0.95),
      length,
    },
    options,
  );
  if (split) {
    const sideways = random.chance(0.5) ? fork : -fork;
    grow(
      {
        ...end,
        heading: end.heading + sideways,
        radius: narrow * Math.sqrt(1 - share * share) * 0.95,
        length,
      },
      options,
    );
  }
}

function bent(twig: Twig, { lung, random }: { lung: Lung; random: Random }): Twig {
  const heading = twig.heading + random.between(-0.2, 0.2);
  return {
    ...twig,
    heading,
    x: twig.x + lung.sign * twig.length * cosine(heading),
    y: twig.y + twig.length * sine(heading),
  };
}
