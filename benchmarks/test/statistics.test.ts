import { expect, test } from "vitest";
import { verdictOf } from "../src/measure.ts";
import { interleave, ratios, summarize } from "../src/statistics.ts";

test("the median of an even sample lies between its two middle values", () => {
  expect(summarize([4, 1, 3, 2]).median).toBe(2.5);
});

test("the interval of a median is made of values of the sample around it", () => {
  const sample = Array.from({ length: 101 }, (_, index) => index);
  expect(summarize(sample)).toMatchObject({ median: 50, low: 40, high: 60, max: 100 });
});

test("an empty sample is refused", () => {
  expect(() => summarize([])).toThrow("empty");
});

test("each subject runs once a round, and keeps its own sample", async () => {
  const samples = await interleave(["a", "b"], 3, async (subject) => subject);
  expect(samples).toEqual([
    ["a", "a", "a"],
    ["b", "b", "b"],
  ]);
});

test("ratios are made round by round", () => {
  expect(ratios([2, 30], [1, 10])).toEqual([2, 3]);
});

test("a target inside the interval is neither held nor missed", () => {
  const verdict = (low: number, median: number, high: number) =>
    verdictOf({
      subject: "",
      unit: "×",
      target: 1.1,
      value: { median, low, high, max: 9, count: 3 },
    });
  expect(verdict(1, 1.05, 1.09)).toBe("holds");
  expect(verdict(1.11, 1.15, 1.2)).toBe("missed");
  expect(verdict(1, 1.09, 1.2)).toBe("unclear");
});
