import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { hashesOf } from "../plugins/pages/security.ts";
import { buildFolder, builtAddresses } from "./built-site.mts";

function policyOf(html: string): string {
  return /http-equiv="?Content-Security-Policy"? content="([^"]+)"/i.exec(html)?.[1] ?? "";
}

const pages = builtAddresses().map((address) => ({
  address,
  html: readFileSync(path.join(buildFolder, `${address}.html`), "utf8"),
}));

const inline = ["script", "style"] as const;

test.each(inline)("each page's policy admits its own inline %s, and nothing else", (tag) => {
  expect(pages.length).toBeGreaterThan(90);
  for (const { address, html } of pages) {
    const own = new RegExp(`${tag}-src ([^;]*)`).exec(policyOf(html))?.[1] ?? "";
    const admitted = [...own.matchAll(/'sha256-([^']+)'/g)].map(([, hash]) => hash);
    expect(new Set(admitted), address).toEqual(new Set(hashesOf(html, tag)));
    expect(own, address).not.toContain("'unsafe-inline'");
  }
});

test.each(inline)("the headers admit the inline %s of all pages", (tag) => {
  const headers = readFileSync(path.join(buildFolder, "_headers"), "utf8");
  for (const { html } of pages)
    for (const hash of hashesOf(html, tag)) expect(headers).toContain(hash);
});

test("no page loads a script, a style, a font or an image from elsewhere", () => {
  for (const { address, html } of pages) {
    const loaded = html.match(
      /<(?:script|img|iframe)[^>]* src=[^>]+|<link[^>]* rel="?(?:stylesheet|preload|icon)[^>]+/g,
    );
    for (const tag of loaded ?? [])
      expect(tag, address).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//);
  }
});
