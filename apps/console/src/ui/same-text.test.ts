import { expect, it } from "vitest";
import { isSameText } from "./same-text.ts";

it.each([
  ["two  spaces", "two spaces"],
  ["no-break\u00a0space", "no-break space"],
  ["Ana\u0301lise", "An\u00e1lise"],
  ["zero\u200bwidth", "zerowidth"],
  ["\u202ereversed\u202c", "reversed"],
  [" around ", "around"],
])("%j can be typed as %j", (shown, typed) => {
  expect(isSameText(typed, shown)).toBe(true);
});

it("does not accept another text", () => {
  expect(isSameText("", "CI")).toBe(false);
  expect(isSameText("ci", "CI")).toBe(false);
  expect(isSameText("a b", "ab")).toBe(false);
});
