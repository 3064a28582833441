import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { breaks } from "./breaks.ts";
import { contract, folder } from "./contract.ts";
import { edited } from "./edit.ts";
import { lint } from "./lint.ts";

/** Faults in the files that the bundle does not show: a moved file, with one updated reference. */
const moves = [
  {
    title: "a path in another file",
    rule: "sinkove/path-file",
    file: "paths/me.yaml",
    to: "paths/myself.yaml",
    referrer: "openapi.yaml",
  },
  {
    title: "a component in the folder of another kind",
    rule: "sinkove/component-file",
    file: "components/headers/Sunset.yaml",
    to: "components/parameters/Sunset.yaml",
    referrer: "components/responses/Me.yaml",
  },
  {
    title: "a component's file in kebab case",
    rule: "sinkove/component-file",
    file: "components/parameters/Limit.yaml",
    to: "components/parameters/page-limit.yaml",
    referrer: "paths/models.yaml",
  },
] as const;

let root = "";
let rulesByFile = new Map<string, string[]>();

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "sinkove-rules-"));
  write("untouched.json", contract);
  breaks.forEach(({ edit }, index) => {
    write(`${index}.json`, edited(contract, edit));
  });
  moves.forEach(writeMoved);
  const files = ["untouched.json", ...breaks.map((_, index) => `${index}.json`)];
  const sources = moves.map((_, index) => `source-${index}/openapi.yaml`);
  const found = lint([...files, ...sources], root);
  rulesByFile = new Map([...found].map(([file, problems]) => [file, idsOf(problems)]));
}, 300_000);

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe("the style rules", () => {
  test("find nothing in the contract", () => {
    expect(rulesByFile.get("untouched.json")).toEqual([]);
  });

  test.each(breaks.map((item, index) => ({ ...item, file: `${index}.json` })))(
    "find $title: $rule",
    ({ file, rule }) => {
      expect(rulesByFile.get(file)).toEqual([rule]);
    },
  );

  test.each(moves.map((item, index) => ({ ...item, at: `source-${index}/openapi.yaml` })))(
    "find $title: $rule",
    ({ at, rule }) => {
      expect(rulesByFile.get(at)).toEqual([rule]);
    },
  );

  test("are each broken once here", () => {
    const broken = new Set<string>([...breaks, ...moves].map(({ rule }) => rule));
    expect(Object.keys(configured()).filter((rule) => !broken.has(rule))).toEqual([]);
  });

  test("have a line each in the README", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(Object.keys(configured()).filter((rule) => !readme.includes(`\`${rule}\``))).toEqual([]);
  });

  test("are all errors", () => {
    const levels = Object.values(configured()).map((rule) =>
      typeof rule === "string" ? rule : rule.severity,
    );
    expect(new Set(levels)).toEqual(new Set(["error"]));
  });
});

function configured(): Record<string, string | { severity: string }> {
  return parse(readFileSync(join(folder, "redocly.yaml"), "utf8")).rules;
}

function write(file: string, document: unknown): void {
  writeFileSync(join(root, file), JSON.stringify(document));
}

function writeMoved({ file, to, referrer }: (typeof moves)[number], index: number): void {
  const copy = join(root, `source-${index}`);
  for (const part of ["openapi.yaml", "paths", "webhooks", "components"]) {
    cpSync(join(folder, part), join(copy, part), { recursive: true });
  }
  cpSync(join(copy, file), join(copy, to));
  const text = readFileSync(join(copy, referrer), "utf8");
  writeFileSync(join(copy, referrer), text.replace(withFolder(file), withFolder(to)));
}

/** A file's name and folder, which is how references in all files end. */
function withFolder(file: string): string {
  return file.split("/").slice(-2).join("/");
}

function idsOf(problems: readonly { ruleId: string }[]): string[] {
  return [...new Set(problems.map(({ ruleId }) => ruleId))];
}
