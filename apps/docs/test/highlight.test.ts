import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { highlight, tokensOf } from "../plugins/highlight/index.ts";
import { sourceOf } from "../src/components/code/source-of.ts";

const folder = fileURLToPath(new URL("../../../examples", import.meta.url));

test.each(globSync("*.{ts,sh,py}", { cwd: folder }))(
  "highlighting does not change the code of %s",
  (file) => {
    const source = readFileSync(path.join(folder, file), "utf8");
    const html = highlight(source, path.extname(file).slice(1));
    expect(html).toContain('<span class="token');
    expect(sourceOf(html)).toBe(source);
  },
);

/** Returns the token types at each character of the code. */
function typesOf(source: string, language: string): string[] {
  const types = Array.from({ length: source.length }, () => "");
  for (const token of tokensOf(source, language))
    for (let at = token.from; at < token.to; at++) types[at] += `${token.types.join(" ")}/`;
  return types;
}

/** Returns the token types at each character of highlighted HTML. */
function typesIn(html: string): string[] {
  const open: string[] = [];
  return [...html.matchAll(/<span class="token ([^"]*)"[^>]*>|<\/span>|&\w+;|[\s\S]/g)].flatMap(
    ([text, opened]) => {
      if (opened !== undefined) open.push(`${opened.trim()}/`);
      else if (text === "</span>") open.pop();
      else return [open.join("")];
      return [];
    },
  );
}

test.each(globSync("*.{ts,sh,py}", { cwd: folder }))(
  "the tokens of %s are those of its HTML",
  (file) => {
    const source = readFileSync(path.join(folder, file), "utf8");
    const language = path.extname(file).slice(1);
    expect(typesOf(source, language)).toEqual(typesIn(highlight(source, language)));
  },
);

test("text in a language without a grammar has no tokens", () => {
  expect(tokensOf("a = 1", "text")).toEqual([]);
});

test("code that looks like HTML stays code", () => {
  const source = 'const a = "<b>&lt;&amp;</b>" < 1 && 2 > 1;';
  expect(sourceOf(highlight(source, "ts"))).toBe(source);
  expect(highlight(source, "text")).not.toContain("<b>");
});
