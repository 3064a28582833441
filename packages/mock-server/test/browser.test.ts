import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { launchChromium } from "@sinkove/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";

let sandbox: Sandbox;
let site: Server;
let browser: Browser;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  site = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html").end("<title>A developer's page</title>");
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  browser = await launchChromium(["--host-resolver-rules=MAP elsewhere.test 127.0.0.1"]);
});
afterAll(async () => {
  await browser.close();
  site.close();
  await sandbox[Symbol.asyncDispose]();
});

/** Sends a request to the controls from a page of this host, in the browser. */
async function advanceFrom(
  host: string,
  origin: string,
): Promise<{ status: number; body: string }> {
  const page = await browser.newPage();
  // The page and the mock server always have different ports. Only the hosts matter here.
  await page.goto(`http://${host}:${(site.address() as AddressInfo).port}/`);
  const answer = await page.evaluate(async (url) => {
    const response = await fetch(url, { method: "POST", body: '{"advance":"PT1H"}' });
    return { status: response.status, body: await response.text() };
  }, `${origin}/_sandbox/clock`);
  await page.close();
  return answer;
}

test.each([
  ["localhost", "127.0.0.1"],
  ["127.0.0.1", "localhost"],
  ["app.localhost", "127.0.0.1"],
  ["localhost", "localhost"],
])("a page on http://%s uses the controls at http://%s", async (pageHost, host) => {
  const { port } = new URL(sandbox.baseUrl);
  const before = sandbox.clock.now();
  expect((await advanceFrom(pageHost, `http://${host}:${port}`)).status).toBe(200);
  expect(sandbox.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
});

test("a page of another host is refused, and can read why", async () => {
  const before = sandbox.clock.now();
  const { status, body } = await advanceFrom("elsewhere.test", sandbox.baseUrl);
  expect([status, JSON.parse(body).detail]).toEqual([
    403,
    "The controls do not answer pages from other hosts. Serve the page from localhost.",
  ]);
  expect(sandbox.clock.now() - before).toBeLessThan(3_600_000);
});
