import { expect, test } from "vitest";
import { lowCreditsText, readThreshold, thresholdText } from "./low-credits-text.ts";

test.each([
  [null, "The owners are not told when few credits are left."],
  [1500, "The owners are told when fewer than 1,500 credits are left."],
  [1, "The owners are told when no credits are left."],
])("the threshold %s in words", (threshold, text) => {
  expect(lowCreditsText(threshold)).toBe(text);
});

test.each([null, 1, 1500, 1_000_000_000])("reads what it writes: %s", (threshold) => {
  expect(readThreshold(thresholdText(threshold))).toBe(threshold);
});

test.each([
  [" 1 500 ", 1500],
  ["  ", null],
  ["0", undefined],
  ["-5", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["1000000001", undefined],
  ["many", undefined],
])("reads %j as %s", (text, threshold) => {
  expect(readThreshold(text)).toBe(threshold);
});
