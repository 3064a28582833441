import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { highlight } from "../plugins/highlight/index.ts";
import { sourceOf } from "../src/components/code/source-of.ts";

const folder = fileURLToPath(new URL("../../../examples", import.meta.url));

test.each(globSync("*.{ts,sh,py}", { cwd: folder }))("%s is run as it is written", (file) => {
  const source = readFileSync(path.join(folder, file), "utf8");
  const html = highlight(source, path.extname(file).slice(1));
  expect(html).toContain('<span class="token');
  expect(sourceOf(html)).toBe(source);
});

test("code that looks like HTML stays code", () => {
  const source = 'const a = "<b>&lt;&amp;</b>" < 1 && 2 > 1;';
  expect(sourceOf(highlight(source, "ts"))).toBe(source);
  expect(highlight(source, "text")).not.toContain("<b>");
});
