import { expect, it } from "vitest";
import { isFiltered } from "./is-filtered.ts";

it("is false without a filter that has a value", () => {
  expect(isFiltered({ code: undefined })).toBe(false);
  expect(isFiltered({ code: "NOT_FOUND" })).toBe(true);
});
