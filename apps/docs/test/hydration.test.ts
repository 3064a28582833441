import { launchChromium } from "@sinkove/chromium";
import type { Browser, Page } from "playwright-core";
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

async function hydratedPage(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(site.url + address, { waitUntil: "networkidle" });
  await page.locator('html[data-has-hydrated="true"]').waitFor({ state: "attached" });
  return page;
}

/** Returns the texts of hydrated elements in an article. React stores a property on each of them. */
function hydratedElements(page: Page): Promise<readonly string[]> {
  return page
    .locator(".theme-doc-markdown :is(h2, h3, p, li, table, .schema)")
    .evaluateAll((elements) =>
      elements
        .filter((element) => !element.closest("[data-runnable], .operation-intro"))
        .filter((element) => Object.keys(element).some((key) => key.startsWith("__reactFiber")))
        .map((element) => element.textContent.slice(0, 60)),
    );
}

test.each([
  "/authentication",
  "/reference/schemas",
  "/errors/invalid-api-key",
  "/sdk/typescript/Datasets",
])("the prose of %s is not hydrated", async (address) => {
  const page = await hydratedPage(address);
  expect(await hydratedElements(page)).toEqual([]);
  await page.close();
});

test("prose that was not hydrated still copies its code and follows its links", async () => {
  const page = await hydratedPage("/authentication");
  const block = page.locator(".prose .theme-code-block").first();
  await block.locator(".copy-code").click();
  await expect.poll(() => block.locator(".copy-code").textContent()).not.toBe("Copy");
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await page.locator('.prose a[href="/mock-server"]').first().click();
  await page.waitForURL(/mock-server/);
  await page.locator("h1", { hasText: "Mock server" }).waitFor();
  expect(await page.evaluate(() => "isSamePage" in globalThis)).toBe(true);
  // React has rendered this page, because there was no HTML to keep.
  expect((await hydratedElements(page)).length).toBeGreaterThan(0);
  await page.close();
});

test.each(kindsOfPage)("a page of the kind $kind loads no other page", async ({ address }) => {
  const page = await hydratedPage(address);
  expect(await page.locator('link[rel="prefetch"]').count()).toBe(0);
  await page.close();
});
