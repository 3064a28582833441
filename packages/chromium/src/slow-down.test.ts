import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { launchChromium } from "./launch-chromium.ts";
import { slowDown } from "./slow-down.ts";

test("the responses of a page are late, and closing a page at once is no error", async () => {
  const server = createServer((_, response) => response.end("<p>Hello</p>")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const browser = await launchChromium();
  onTestFinished(async () => {
    await browser.close();
    server.close();
  });
  slowDown(browser, 3);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const duration = () =>
    page.evaluate(async () => {
      const start = performance.now();
      await fetch("/");
      return performance.now() - start;
    });
  // A new page is slowed down while it already loads.
  await expect.poll(duration).toBeGreaterThanOrEqual(300);
  await (await browser.newPage()).close();
});
