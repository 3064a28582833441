import { expect, it } from "vitest";
import { compactText, numberText, percentText } from "./number-text.ts";

const NUMBERS = [0, 1, 9.5, 99, 100, 999, 1000, 1234.5678, 9_999, 12_345, 99_949, 123_456]
  .concat([999_499, 999_500, 1_000_000, 1_234_567.25, 99_500_000, 12_345_678_901])
  .concat(Array.from({ length: 400 }, (_, index) => index ** 4 + index * 0.001));

it("writes numbers as the browser's own formatters do", () => {
  const plain = new Intl.NumberFormat("en");
  const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
  const compact = new Intl.NumberFormat("en", { notation: "compact" });
  expect([...NUMBERS, -1, -1234].map(numberText)).toEqual(
    [...NUMBERS, -1, -1234].map((value) => plain.format(value)),
  );
  expect(NUMBERS.map(compactText)).toEqual(NUMBERS.map((value) => compact.format(value)));
  const shares = [
    0,
    1,
    0.5,
    0.125,
    1 / 3,
    0.0004,
    12.34,
    ...NUMBERS.map((value) => 1 / (1 + value)),
  ];
  expect(shares.map(percentText)).toEqual(shares.map((share) => percent.format(share)));
});
