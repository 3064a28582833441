import { expect, it } from "vitest";
import { byteText } from "./byte-text.ts";

it("chooses the unit", () => {
  expect([0, 999, 1_000, 999_999, 26_214_400, 5e12].map(byteText)).toEqual([
    "0 B",
    "999 B",
    "1.0 KB",
    "1.0 MB",
    "26.2 MB",
    "5000 GB",
  ]);
});
