import { createHash } from "node:crypto";
import { contentSecurityPolicy, type InlineHashes, responseHeaders } from "./policy.ts";

const inline = {
  script: /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g,
  style: /<style[^>]*>([\s\S]*?)<\/style>/g,
} as const;

/** The SHA-256 of each inline script or style, as a policy names it. */
export function hashesOf(html: string, tag: keyof typeof inline): string[] {
  return [...html.matchAll(inline[tag])].map(([, text = ""]) =>
    createHash("sha256").update(text).digest("base64"),
  );
}

/** The page with its policy in it, which admits what is inline there and nothing else. */
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

/** What is under `assets/` has a hash in its name, and never changes. */
export function headersFile(hashes: InlineHashes): string {
  const headers = {
    "Content-Security-Policy": contentSecurityPolicy(hashes),
    ...responseHeaders,
  };
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join("")}\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`;
}
