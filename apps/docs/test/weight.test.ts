import { gzipSync } from "node:zlib";
import { launchChromium } from "@sinkove/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningSite, serveSite } from "../scripts/site-server.mts";
import { buildFolder } from "./built-site.mts";
import { kindsOfPage } from "./kinds-of-page.mts";

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    serveSite({ folder: buildFolder, port: 0 }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const weighed = new Set(["document", "script", "stylesheet"]);

/** Returns the number of bytes after gzip that the browser loads for a page without any action of the reader. */
async function weigh(address: string): Promise<number> {
  const page = await browser.newPage();
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!weighed.has(response.request().resourceType())) return;
    bodies.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(site.url + address, { waitUntil: "networkidle" });
  const sizes = await Promise.all(bodies);
  await page.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}

test.each(kindsOfPage)("a page of the kind $kind weighs at most $budget KB", async (kind) => {
  const bytes = await weigh(kind.address);
  console.log(`${kind.kind}: ${(bytes / 1000).toFixed(1)} KB`);
  expect(bytes).toBeLessThanOrEqual(kind.budget * 1000);
});

test("a page sends requests only to the site", async () => {
  const page = await browser.newPage();
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith("data:"))
      elsewhere.push(request.url());
  });
  for (const { address } of kindsOfPage)
    await page.goto(site.url + address, { waitUntil: "networkidle" });
  expect(elsewhere).toEqual([]);
  await page.close();
});

test("a page writes nothing to the console and does not violate its policy", async () => {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "log" && message.type() !== "info") said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  for (const { address } of kindsOfPage)
    await page.goto(site.url + address, { waitUntil: "networkidle" });
  expect(said).toEqual([]);
  await page.close();
});
