import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { docstringMarkdown } from "../scripts/python-reference/docstring.mts";
import { generatedPage, readSurface } from "../scripts/python-reference/files.mts";
import { pythonReference } from "../scripts/python-reference/page.mts";
import { builtPage } from "./built-site.mts";

const surface = readSurface();

test("the committed page is up to date", () => {
  const isUpToDate = readFileSync(generatedPage, "utf8") === pythonReference(surface);
  expect(isUpToDate, `${generatedPage} is old: npm run generate:python`).toBe(true);
});

test("the built page has each public name of each module, and each member", () => {
  const headings = new Set(
    builtPage("/sdk/python/reference")
      .texts("h3, h4")
      .map((text) => text.replace(/\u200b|#$/g, "").trim()),
  );
  for (const { name, members = [] } of Object.values(surface).flat()) {
    expect(headings).toContain(name);
    for (const member of members) expect(headings).toContain(member.name);
  }
});

/** Python's own exceptions that the guide mentions. */
const BUILT_IN: ReadonlySet<string> = new Set(["AttributeError"]);

test("the guide to the package names only exceptions that it has", () => {
  const known = new Set(Object.values(surface).flatMap((names) => names.map(({ name }) => name)));
  const named = builtPage("/sdk/python").text.match(/\b[A-Z]\w+Error\b/g) ?? [];
  expect(named.length).toBeGreaterThan(15);
  for (const name of named.filter((name) => !BUILT_IN.has(name))) expect(known).toContain(name);
});

/** `create_dataset` of the client calls it. */
const OFFERED_BY_CLIENT: ReadonlySet<string> = new Set(["create_from"]);

test("the guide to the package has each method of each resource", () => {
  const rows = builtPage("/sdk/python").texts("tr td:first-child");
  for (const { name, members = [] } of surface["sinkove.resources"] ?? []) {
    if (name.startsWith("Async")) continue;
    const resource = name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
    const start = resource === "operations" ? "client." : `client.${resource}.`;
    const text = rows.filter((row) => row.startsWith(start)).join(" ");
    for (const { name: method } of members.filter((each) => !OFFERED_BY_CLIENT.has(each.name)))
      expect(text, name).toMatch(new RegExp(`\\.${method}\\b`));
  }
});

test("a docstring's sections become lists and code", () => {
  const docstring =
    "Waits for ``READY``; see :class:`List`.\n\nArgs:\n    timeout: Seconds,\n        in all.\n    every: <1.\n\nExample:\n    >>> for each in all:\n    ...     print(each)";
  expect(docstringMarkdown(docstring)).toBe(
    "Waits for `READY`; see `List`.\n\n- `timeout`: Seconds, in all.\n- `every`: \\<1.\n\n```py\nfor each in all:\n    print(each)\n```",
  );
});
