// Tests the page at /_sandbox in a real browser.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { launchChromium } from "@sinkove/chromium";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMock, type Mock } from "../src/mock.ts";
import { type Listening, listen } from "../src/server/listen.ts";

const TOKEN = "a-token-of-24-characters";
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let mock: Mock;
let server: Listening;
let browser: Browser;
beforeAll(async () => {
  mock = await createMock();
  server = await listen(mock.handle, { port: 0, host: "127.0.0.1", controlToken: TOKEN });
  browser = await launchChromium(["--host-resolver-rules=MAP elsewhere.test 127.0.0.1"]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Opened {
  readonly page: Page;
  /** The URLs that the browser requested, and the messages in its console. */
  readonly requests: string[];
  readonly complaints: string[];
}

async function open(origin = server.origin, options: Parameters<Browser["newPage"]>[0] = {}) {
  const page = await browser.newPage(options);
  const opened: Opened = { page, requests: [], complaints: [] };
  page.on("request", (request) => opened.requests.push(request.url()));
  page.on("console", (message) => opened.complaints.push(message.text()));
  page.on("pageerror", (error) => opened.complaints.push(error.message));
  await page.goto(`${origin}/_sandbox`);
  return opened;
}

const send = (path: string, headers = {}) =>
  fetch(`${server.origin}${path}`, {
    headers: { authorization: `Bearer ${mock.worlds.first.apiKey}`, ...headers },
  });

test("shows each exchange as it happens, with what a client sent as text", async () => {
  mock.worlds.first.journal.clear();
  const { page, requests, complaints } = await open();
  await page.getByText("No requests yet.").waitFor();
  await send("/v1/me?<img src=x onerror=alert(1)>", { "x-note": "<script>alert(1)</script>" });
  const entry = page.locator("#journal summary");
  await entry.waitFor();
  expect(await entry.innerText()).toMatch(/^[\d:]{8}\s+200\s+GET \/v1\/me\?/);
  await entry.click();
  const texts = await page.locator("#journal pre").allInnerTexts();
  expect(texts.join()).toContain("x-note: <script>alert(1)</script>");
  expect(texts.join()).not.toContain(mock.worlds.first.apiKey);
  expect(await page.locator("#journal img, #journal script").count()).toBe(0);
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByText("No requests yet.").waitFor();
  expect(mock.worlds.first.journal.list()).toEqual([]);
  expect(complaints).toEqual([]);
  expect(new Set(requests.map((url) => new URL(url).origin))).toEqual(new Set([server.origin]));
  await page.close();
});

test("moves only the clock of the selected world", async () => {
  const other = await mock.worlds.create();
  const { page } = await open();
  await page.getByRole("button", { name: other.accountId }).click();
  await expect
    .poll(() => page.locator("tr[aria-current] button").innerText())
    .toBe(other.accountId);
  const [before, first] = [other.clock.now(), mock.worlds.first.clock.now()];
  await page.getByRole("button", { name: "+ 1 day" }).click();
  await expect.poll(() => other.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
  await page.getByRole("button", { name: "Freeze" }).click();
  await expect.poll(() => other.clock.isFrozen()).toBe(true);
  await page.getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => other.clock.isFrozen()).toBe(false);
  expect(mock.worlds.first.clock.now() - first).toBeLessThan(86_400_000);
  await page.close();
});

test("from another machine, it asks for the control token", async () => {
  const { port } = new URL(server.origin);
  const { page } = await open(`http://elsewhere.test:${port}`);
  await page.getByText("Send the control token").waitFor();
  expect(await page.getByText("First world").count()).toBe(0);
  await page.getByLabel("Control token").fill(TOKEN);
  await page.getByRole("button", { name: "Connect" }).click();
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByText("First world").waitFor();
  await page.close();
});

test("allows nothing from elsewhere and nothing inline; programs get a list instead", async () => {
  const asked = await fetch(`${server.origin}/_sandbox`, { headers: { accept: "text/html" } });
  const policy = asked.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const html = await asked.text();
  expect(html).not.toMatch(/<script(?! type="module" src="\/_sandbox\/)|<style|style=|onclick/);
  expect(await (await fetch(`${server.origin}/_sandbox`)).json()).toHaveProperty("controls");
});

describe.each([
  ["a desktop", { width: 1280, height: 900 }],
  ["a phone", { width: 360, height: 740 }],
])("on %s", (name, viewport) => {
  test.each(["light", "dark"] as const)("everybody can use it: %s", async (colorScheme) => {
    await mock.worlds.create();
    mock.worlds.first.faults.clear();
    await send("/v1/me");
    mock.worlds.first.faults.add({ action: "status", status: 503, times: 1 });
    await send("/v1/datasets");
    mock.worlds.first.clock.freeze();
    const { page } = await open(server.origin, { viewport, colorScheme });
    await page.locator("#journal summary").nth(1).click();
    await page.locator("#journal pre").first().waitFor();
    const folder = process.env.SINKOVE_SCREENSHOTS;
    if (folder) await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(wide).toBeLessThanOrEqual(0);
    await page.close();
  });
});
