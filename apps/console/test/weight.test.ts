import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { createConsoleHost } from "../src/host/index.ts";
import { PAGES } from "../src/host/pages.ts";

const LIMIT = 250 * 1024;
/** The maximum number of files. With HTTP/1.1, a browser loads six at once, so each six take a round trip. */
const MOST_FILES = 20;

const host = createConsoleHost({
  root: fileURLToPath(new URL("../dist/web/", import.meta.url)),
});
const nonce = "abcdefghijklmnop";

function textAt(path: string): string {
  return Buffer.from(host(path, nonce)?.body ?? []).toString("utf8");
}

/** Returns the files that a page's HTML links to. */
function filesOf(page: string): string[] {
  const links = page.matchAll(/(?:href|src)="(\/console\/[^"]+\.(?:js|css))"/g);
  return [...new Set([...links].map(([, file = ""]) => file))];
}

const paths = Object.keys(PAGES).map((path) => path.replaceAll("*", "1"));

it.each(paths)("loads at most 250 KB of scripts and styles for %s, in few files", (path) => {
  const files = filesOf(textAt(`/console${path}`));
  const bytes = files.reduce((sum, file) => sum + gzipSync(textAt(file)).length, 0);
  expect(bytes).toBeGreaterThan(100 * 1024);
  expect(bytes).toBeLessThanOrEqual(LIMIT);
  expect(files.length).toBeLessThanOrEqual(MOST_FILES);
});

it.each(paths)("links to every script that %s imports, so that none waits for another", (path) => {
  const files = filesOf(textAt(`/console${path}`));
  const scripts = files.filter((file) => file.startsWith("/console/assets/"));
  const imported = scripts.flatMap((file) =>
    [...textAt(file).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
      ([, name]) => `/console/assets/${name}`,
    ),
  );
  expect(files).toEqual(expect.arrayContaining(imported));
});

it.each(Object.entries(PAGES))("links to the page's own script at %s", (path, { file }) => {
  const name = file.slice(file.lastIndexOf("/") + 1);
  expect(textAt(`/console${path}`)).toMatch(
    new RegExp(`modulepreload"[^>]*/${name}-[\\w-]+\\.js"`),
  );
});

it.each(paths)("holds no script and no style in the page at %s", (path) => {
  const page = textAt(`/console${path}`);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
});
