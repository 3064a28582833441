import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cosine, exponential, sine, smoothstep } from "./exact-math.ts";

const numbers = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("the replacements for Math", () => {
  test("are as near as they say", () => {
    fc.assert(
      fc.property(numbers(-20, 20), (x) => {
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-5);
        expect(Math.abs(sine(x) - Math.sin(x))).toBeLessThan(2e-4);
        expect(Math.abs(cosine(x) - Math.cos(x))).toBeLessThan(2e-4);
      }),
    );
  });

  test("step smoothly from 0 to 1", () => {
    expect([-1, 0, 0.5, 1, 2].map((value) => smoothstep(0, 1, value))).toEqual([0, 0, 0.5, 1, 1]);
  });
});
