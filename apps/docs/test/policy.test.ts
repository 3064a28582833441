import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { hashesOf } from "../plugins/security/index.ts";
import { buildFolder, builtAddresses } from "./built-site.mts";

function policyOf(html: string): string {
  return /http-equiv="?Content-Security-Policy"? content="([^"]+)"/i.exec(html)?.[1] ?? "";
}

const pages = builtAddresses().map((address) => ({
  address,
  html: readFileSync(path.join(buildFolder, `${address}.html`), "utf8"),
}));

test("each page's policy admits its own inline scripts, and no others", () => {
  expect(pages.length).toBeGreaterThan(90);
  for (const { address, html } of pages) {
    const admitted = [...policyOf(html).matchAll(/'sha256-([^']+)'/g)].map(([, hash]) => hash);
    expect(new Set(admitted), address).toEqual(new Set(hashesOf(html)));
    expect(policyOf(html), address).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  }
});

test("the headers admit the inline scripts of all pages", () => {
  const headers = readFileSync(path.join(buildFolder, "_headers"), "utf8");
  for (const { html } of pages) for (const hash of hashesOf(html)) expect(headers).toContain(hash);
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
