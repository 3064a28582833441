import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "@docusaurus/types";
import { htmlFiles } from "../html-files.ts";
import { replaceFile } from "../replace-file.ts";
import { contentSecurityPolicy, responseHeaders } from "./policy.ts";

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Puts the content security policy into each page, with the hashes of the scripts that Docusaurus writes into
 * it, and into `_headers`, which several static hosts (and scripts/serve.mts) read.
 */
export function security(): Plugin {
  return {
    name: "sinkove-security",
    async postBuild({ outDir }) {
      const hashes = new Set<string>();
      for (const file of await htmlFiles(outDir)) {
        const html = await readFile(file, "utf8");
        const own = new Set(hashesOf(html));
        for (const hash of own) hashes.add(hash);
        await replaceFile(file, withPolicy(html, contentSecurityPolicy(own)));
      }
      await writeFile(path.join(outDir, "_headers"), headersFile(contentSecurityPolicy(hashes)));
    },
  };
}

/** The SHA-256 of each inline script, as a policy names it. */
export function hashesOf(html: string): string[] {
  return [...html.matchAll(inlineScript)].map(([, script = ""]) =>
    createHash("sha256").update(script).digest("base64"),
  );
}

function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const changed = html.replace(/<meta charset="?utf-8"?>/i, (charset) => charset + meta);
  if (changed === html)
    throw new Error("A page has no <meta charset>, so its policy has no place.");
  return changed;
}

function headersFile(policy: string): string {
  const headers = { "Content-Security-Policy": policy, ...responseHeaders };
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join("")}\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`;
}
