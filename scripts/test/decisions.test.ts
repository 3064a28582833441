import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { readDecision, readDecisions, writeDecisionIndex } from "../decisions.ts";

const folder = fileURLToPath(new URL("../../decisions", import.meta.url));
const PAGE = "# 1. Tea\n\nDate: 2026-11-23. Status: accepted.\n\nWhy.\n";

function folderWith(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(tmpdir(), "sinkove-decisions-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

test("each decision has its number, a title, a date and a status", () => {
  expect(readDecisions(folder).length).toBeGreaterThan(30);
});

test("a decision that is replaced names one that exists", () => {
  const decisions = readDecisions(folder);
  const replacements = decisions.flatMap(({ status }) => /\d+/.exec(status)?.map(Number) ?? []);
  expect(decisions.map(({ number }) => number)).toEqual(expect.arrayContaining(replacements));
});

test("the README lists every decision", () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  for (const { file, title } of readDecisions(folder))
    expect(readme).toContain(`[${title}](${file})`);
});

test("a new decision is added to the README once", () => {
  const README = "Before.\n<!-- index -->\n<!-- end of index -->\nAfter.\n";
  const made = folderWith({ "0001-tea.md": PAGE, "README.md": README });
  expect([writeDecisionIndex(made), writeDecisionIndex(made)]).toEqual([true, false]);
  expect(readFileSync(join(made, "README.md"), "utf8")).toBe(
    "Before.\n<!-- index -->\n| | decision | date | status |\n|---|---|---|---|\n| 1 | [Tea](0001-tea.md) | 2026-11-23 | accepted |\n<!-- end of index -->\nAfter.\n",
  );
});

test("a README without a place for the table is refused", () => {
  const made = folderWith({ "0001-tea.md": PAGE, "README.md": "Nothing.\n" });
  expect(() => writeDecisionIndex(made)).toThrow("must have the lines");
});

test.each([
  ["another number in the heading", "0002-tea.md", PAGE],
  ["no date", "0001-tea.md", PAGE.replace("Date: 2026-11-23. ", "")],
  ["an unknown status", "0001-tea.md", PAGE.replace("accepted", "agreed")],
  ["no title", "0001-tea.md", PAGE.replace("Tea", "")],
])("a page with %s is refused", (_, file, text) => {
  expect(() => readDecision(file, text)).toThrow(`decisions/${file} must begin with`);
});

test("a number that is used twice, or left out, is refused", () => {
  const twice = folderWith({ "0001-a.md": PAGE, "0001-b.md": PAGE });
  expect(() => readDecisions(twice)).toThrow("decisions/0001-b.md must have the number 2.");
  const second = PAGE.replace("# 1.", "# 3.");
  const gap = folderWith({ "0001-a.md": PAGE, "0003-b.md": second });
  expect(() => readDecisions(gap)).toThrow("decisions/0003-b.md must have the number 2.");
});
