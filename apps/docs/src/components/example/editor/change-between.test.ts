import fc from "fast-check";
import { expect, test } from "vitest";
import { changeBetween } from "./change-between.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", "\n") });

test("the change turns one text into the other", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after) ?? { from: 0, to: 0, insert: "" };
      const { from, to, insert } = change;
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});

test("equal text at both ends is unchanged", () => {
  expect(changeBetween("size: 50,", "size: 3,")).toEqual({ from: 6, to: 8, insert: "3" });
  expect(changeBetween("aa", "aaa")).toEqual({ from: 2, to: 2, insert: "a" });
  expect(changeBetween("same", "same")).toBeUndefined();
});
