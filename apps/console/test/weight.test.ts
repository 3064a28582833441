import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

const LIMIT = 250 * 1024;
const web = fileURLToPath(new URL("../dist/web/", import.meta.url));
const files = readdirSync(`${web}assets`);
const named = (pattern: RegExp): string[] => files.filter((file) => pattern.test(file));

/** A script with everything that it imports at once. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(`${web}assets/${file}`, "utf8");
  for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
    if (imported) withImports(imported, seen);
  }
  return seen;
}

function packed(file: string): number {
  return gzipSync(readFileSync(`${web}assets/${file}`)).length;
}

const entry = named(/^index-.*\.js$/);
const shell = named(/^shell-.*\.js$/);
const pages = named(/-page-.*\.js$/);
// More than any page loads: the styles of all of them.
const styles = named(/\.css$/);

it("knows the built files", () => {
  expect(entry).toHaveLength(1);
  expect(shell).toHaveLength(1);
  expect(pages.length).toBeGreaterThan(10);
});

it.each(pages)("loads at most 250 KB of scripts and styles for %s", (page) => {
  const scripts = new Set([...entry, ...shell, page].flatMap((file) => [...withImports(file)]));
  const bytes = [...scripts, ...styles].reduce((sum, file) => sum + packed(file), 0);
  expect(bytes).toBeLessThanOrEqual(LIMIT);
});

it("holds no script and no style in the page itself", () => {
  const page = readFileSync(`${web}index.html`, "utf8");
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
});
