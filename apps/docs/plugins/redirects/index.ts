import { access, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "@docusaurus/types";
import { redirects as addresses } from "./addresses.ts";

/**
 * Redirects former addresses to the pages that replace them. Writes `_redirects`, which several static hosts (and
 * scripts/serve.mts) read, and a page without script for all other hosts.
 *
 * @throws Error if a target does not exist, or if a page already has the address
 */
export function redirects(): Plugin {
  return {
    name: "sinkove-redirects",
    async postBuild({ outDir, siteConfig: { url } }) {
      const entries = Object.entries(addresses);
      for (const [from, to] of entries) {
        const [page = ""] = to.split("#");
        await access(path.join(outDir, `${page}.html`));
        const file = path.join(outDir, `${from}.html`);
        await mkdir(path.dirname(file), { recursive: true });
        // The flag makes this fail if a page has the address.
        await writeFile(file, redirectPage(url, to), { flag: "wx" });
      }
      const lines = entries.map(([from, to]) => `${from} ${to} 301\n`);
      await writeFile(path.join(outDir, "_redirects"), lines.join(""));
    },
  };
}

function redirectPage(url: string, to: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Moved</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${to}"><link rel="canonical" href="${url}${to}"><p>This page has moved to <a href="${to}">${to}</a>.</p></html>\n`;
}
