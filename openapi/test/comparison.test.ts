import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareDocuments } from "../diff/compare.ts";
import { documentsOf, groups } from "./comparison/cases.ts";
import { keyOf, marker, type Sayings, tablesOf } from "./comparison/page.ts";
import { folder } from "./contract.ts";

const page = readFileSync(join(folder, "comparison.md"), "utf8");
const sayings: Sayings = JSON.parse(
  readFileSync(join(folder, "test/comparison/sayings.json"), "utf8"),
);

describe.each(groups)("$title", ({ cases }) => {
  test.each(cases)("$change is $ours", (change) => {
    const { old, now } = documentsOf(change);
    const verdicts = compareDocuments(old, now).map(({ verdict }) => verdict);
    const worst = (["breaking", "compatible", "docs"] as const).find((verdict) =>
      verdicts.includes(verdict),
    );
    expect(worst).toBe(change.ours);
  });
});

describe("comparison.md", () => {
  test("has each case with what the tools say", () => {
    expect(page.split(marker)[1]).toBe(`\n\n${tablesOf(sayings)}\n`);
  });

  test("knows what the other tools say of each case", () => {
    const keys = groups.flatMap(({ title, cases }) =>
      cases.map(({ change }) => keyOf(title, change)),
    );
    expect(Object.keys(sayings)).toEqual(keys);
  });
});
