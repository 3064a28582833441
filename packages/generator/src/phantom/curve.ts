import { clamp } from "./exact-math.ts";

const FROM = -0.2;
const TO = 1.2;
/** The number of steps in the table, enough for films of 2048 pixels without interpolation. */
const STEPS = 4096;

/** A smooth function of one coordinate of the film, stored in a table. */
export interface Curve {
  at(position: number): number;
}

/**
 * Creates a curve through points (Catmull-Rom), constant beyond the first and the last point. Its table is filled when
 * it is first read, because programs that load this package may never draw.
 *
 * @param points positions and values, in ascending order of position
 */
export function curveThrough(points: readonly (readonly [number, number])[]): Curve {
  let table: Float64Array | undefined;
  const scale = STEPS / (TO - FROM);
  return {
    at(position) {
      table ??= tableOf(points);
      return table[clamp((position - FROM) * scale, 0, STEPS) | 0] ?? 0;
    },
  };
}

function tableOf(points: readonly (readonly [number, number])[]): Float64Array {
  return Float64Array.from({ length: STEPS + 1 }, (_, step) =>
    interpolate(points, FROM + ((TO - FROM) * step) / STEPS),
  );
}

function interpolate(points: readonly (readonly [number, number])[], position: number): number {
  const last = points.length - 1;
  const at = (index: number) => points[clamp(index, 0, last)] ?? [0, 0];
  if (position <= at(0)[0]) return at(0)[1];
  if (position >= at(last)[0]) return at(last)[1];
  let index = 0;
  while (at(index + 1)[0] < position) index++;
  const [from, start] = at(index);
  const [to, end] = at(index + 1);
  const slopeAt = (here: number) => {
    const [x0, y0] = at(here - 1);
    const [x1, y1] = at(here + 1);
    return (y1 - y0) / (x1 - x0);
  };
  const width = to - from;
  const share = (position - from) / width;
  const rest = 1 - share;
  return (
    start * rest * rest * (1 + 2 * share) +
    end * share * share * (3 - 2 * share) +
    width * share * rest * (slopeAt(index) * rest - slopeAt(index + 1) * share)
  );
}
