import { launchChromium } from "@sinkove/chromium";
import { expect, test } from "vitest";
import { serveSite } from "../scripts/site-server.mts";
import { buildFolder } from "./built-site.mts";

test("a page without JavaScript shows its code, and no buttons that need a script", async () => {
  await using stack = new AsyncDisposableStack();
  const site = await serveSite({ folder: buildFolder, port: 0 });
  stack.defer(site.close);
  const browser = await launchChromium();
  stack.defer(() => browser.close());
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/authentication`);
  const example = page.locator("[data-runnable]").first();
  expect(await example.locator("code").first().isVisible()).toBe(true);
  expect(await example.getByRole("button").count()).toBe(0);
});
