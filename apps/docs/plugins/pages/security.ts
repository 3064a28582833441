import { createHash } from "node:crypto";
import { contentSecurityPolicy, type InlineHashes, responseHeaders } from "./policy.ts";

const inline = {
  script: /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g,
  style: /<style[^>]*>([\s\S]*?)<\/style>/g,
} as const;

/** Returns the SHA-256 hash of each inline script or style, in Base64. */
export function hashesOf(html: string, tag: keyof typeof inline): string[] {
  return [...html.matchAll(inline[tag])].map(([, text = ""]) =>
    createHash("sha256").update(text).digest("base64"),
  );
}

/** Adds a policy to the page that allows only the scripts and styles of the page. */
export function withPolicy(html: string): string {
  const own = {
    script: new Set(hashesOf(html, "script")),
    style: new Set(hashesOf(html, "style")),
  };
  const policy = contentSecurityPolicy(own);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const changed = html.replace(/<meta charset="?utf-8"?>/i, (charset) => charset + meta);
  if (changed === html)
    throw new Error("A page has no <meta charset>, so its policy has no place.");
  return changed;
}

/** Files under `assets/` have a hash in their names and never change. */
export function headersFile(hashes: InlineHashes): string {
  const headers = {
    "Content-Security-Policy": contentSecurityPolicy(hashes),
    ...responseHeaders,
  };
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join("")}\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`;
}
