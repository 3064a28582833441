import { launchChromium } from "@sinkove/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningSite, serveSite } from "../scripts/site-server.mts";
import { findingsOf, openForAxe } from "./axe.mts";
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

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(kindsOfPage)("axe finds nothing on a page of the kind $kind", async ({ address }) => {
    const page = await openForAxe(browser, site.url + address, theme);
    expect(await findingsOf(page)).toEqual([]);
    await page.context().close();
  });
});
