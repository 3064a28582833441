import { globSync, readFileSync } from "node:fs";
import { matchesGlob } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

interface Rule {
  readonly description?: string;
  readonly matchPackageNames?: readonly string[];
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const readJson = (file: string) => JSON.parse(readFileSync(`${root}/${file}`, "utf8"));
const rules: readonly Rule[] = readJson("renovate.json").packageRules;

test("each rule gives its reason", () => {
  for (const rule of rules) expect(rule.description ?? "").toMatch(/^.{20,}\.$/);
});

test("the decisions that rules name exist", () => {
  const numbers = rules.flatMap(({ description = "" }) => description.match(/\b\d{4}\b/g) ?? []);
  expect(numbers.length).toBeGreaterThan(4);
  for (const number of numbers) {
    expect(globSync(`decisions/${number}-*.md`, { cwd: root })).toHaveLength(1);
  }
});

test("each version that package.json forces on other packages has a rule", () => {
  const patterns = rules.flatMap(({ matchPackageNames = [] }) => matchPackageNames);
  for (const name of Object.keys(readJson("package.json").overrides)) {
    expect(
      patterns.some((pattern) => matchesGlob(name, pattern)),
      name,
    ).toBe(true);
  }
});
