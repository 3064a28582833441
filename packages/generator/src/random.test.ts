import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "./random.ts";

const draw = (count: number, ...path: number[]): number[] => {
  const random = createRandom(...path);
  return Array.from({ length: count }, () => random.next());
};

describe("createRandom", () => {
  test("gives the same numbers for the same path", () => {
    expect(draw(20, 7, 3, 1)).toEqual(draw(20, 7, 3, 1));
  });

  test("gives other numbers for any other path", () => {
    const seeds = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(seeds, fc.nat(5000), fc.nat(5), (seed, sample, purpose) => {
        const here = draw(4, seed, sample, purpose);
        expect(draw(4, seed, sample + 1, purpose)).not.toEqual(here);
        expect(draw(4, seed, sample, purpose + 1)).not.toEqual(here);
        expect(draw(4, (seed + 1) >>> 0, sample, purpose)).not.toEqual(here);
      }),
    );
  });

  test("fills [0, 1) evenly", () => {
    const buckets = new Array<number>(16).fill(0);
    for (const value of draw(64_000, 1)) {
      buckets[Math.floor(value * 16)] = (buckets[Math.floor(value * 16)] ?? 0) + 1;
    }
    // The expected count is 4,000, and five standard deviations are 307.
    for (const count of buckets) expect(Math.abs(count - 4000)).toBeLessThan(307);
  });

  test("draws between bounds and with a probability", () => {
    const random = createRandom(5);
    const values = Array.from({ length: 1000 }, () => random.between(-2, 3));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values)).toBeLessThan(3);
    const hits = Array.from({ length: 4000 }, () => random.chance(0.25)).filter(Boolean).length;
    expect(Math.abs(hits - 1000)).toBeLessThan(140);
  });
});
