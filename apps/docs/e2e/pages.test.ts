import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { focused, follow, type OpenSite, open, openSite } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe("the search", () => {
  async function searched(page: Page, query: string): Promise<readonly string[]> {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill(query);
    const results = page.getByRole("option");
    await results.first().waitFor();
    const titles = (await results.locator("> :first-child").allTextContents()).map(
      (text) => text.split(" › ")[0] ?? "",
    );
    await page.keyboard.press("Escape");
    return titles;
  }

  test.each([
    ["a word of the title", "rate limits", "Rate limits"],
    ["a synonym", "token", "Authentication"],
    ["another synonym", "throttling", "Rate limits"],
    ["a typo", "authentcation", "Authentication"],
    ["another typo", "rotaton", "Rotation with no downtime"],
    ["an operation", "createDataset", "Request a dataset"],
    ["an error code", "INVALID_API_KEY", "Invalid API key"],
    ["the beginning of a word", "pagin", "Pagination"],
    ["a status", "401", "Authentication"],
  ])("finds a page by %s, each page once: %s", async (_, query, page) => {
    await open(site.page, `${site.url}/get-started`);
    const titles = await searched(site.page, query);
    expect(titles.slice(0, 4)).toContain(page);
    expect(titles).toEqual([...new Set(titles)]);
  });

  test("returns the focus once", async () => {
    const { page } = site;
    await open(page, `${site.url}/get-started`);
    const run = page.locator('[data-action="run"]').first();
    await run.focus();
    await page.keyboard.press("/");
    await page.getByRole("combobox").press("Escape");
    await expect.poll(() => focused(page)).toBe("Run");
    await page.waitForLoadState("networkidle");
    expect(await focused(page)).toBe("Run");
    await follow(page, "/authentication");
    expect(await page.getByRole("combobox").count()).toBe(0);
  });

  test("opens the page that is chosen with the keyboard", async () => {
    const { page } = site;
    await open(page, `${site.url}/get-started`);
    await page.keyboard.press("/");
    await page.getByRole("combobox").fill("webhook rate limit");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    const title = await page
      .getByRole("option", { selected: true })
      .locator("> :first-child")
      .textContent();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title?.split(" › ")[0] ?? "" }).waitFor();
  });
});

test("an address without a page shows similar pages", async () => {
  const { page } = site;
  const response = await page.goto(`${site.url}/guide/rate-limit`);
  expect(response?.status()).toBe(404);
  await page.getByRole("heading", { name: "Did you mean" }).waitFor();
  await page.locator("[data-not-found]").getByRole("link", { name: "Rate limits" }).click();
  await page.getByRole("heading", { level: 1, name: "Rate limits" }).waitFor();
});

describe("a reference page", () => {
  test("has its request and responses at the right of its fields, and keeps them in view", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await open(page, `${site.url}/reference/create-dataset`);
    const side = page.locator(".operation-side");
    const fields = page.locator(".operation-fields");
    const [sideBox, fieldsBox] = [await side.boundingBox(), await fields.boundingBox()];
    expect(sideBox?.x ?? 0).toBeGreaterThan((fieldsBox?.x ?? 0) + (fieldsBox?.width ?? 0));
    await page.evaluate(() => scrollTo(0, 1200));
    await expect.poll(async () => (await side.boundingBox())?.y).toBeLessThan(120);
    expect((await side.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await context.close();
  });

  test("has working buttons and links without hydration, and is complete after a click on a link", async () => {
    const page = await site.context.newPage();
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", {}));
    await open(page, `${site.url}/reference/get-dataset`);
    const response = page.locator(".operation-responses details").last();
    await response.locator("summary").click();
    await response.locator(".copy-code").click();
    expect(await page.evaluate(() => String(getSelection()))).toContain('"modelId"');
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await page.locator(".operation-fields").getByRole("link", { name: "Uuid" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Schemas" }).waitFor();
    expect(await page.evaluate(() => "isSamePage" in globalThis)).toBe(true);
    await follow(page, "/reference/create-dataset");
    await page.locator(".operation-fields .member-name").first().waitFor();
    expect(await page.locator(".operation-responses pre").count()).toBeGreaterThan(0);
    await page.close();
  });

  test("has an address for each field", async () => {
    const page = await site.context.newPage();
    await open(page, `${site.url}/reference/create-dataset#body-numSamples`);
    const field = page.locator("#body-numSamples");
    expect(await field.locator(".member-name").first().textContent()).toBe("numSamples");
    await expect.poll(async () => (await field.boundingBox())?.y).toBeLessThan(500);
    await page.close();
  });
});

describe("a page", () => {
  test("can be copied as Markdown, and opened in an assistant by its public address", async () => {
    const context = await site.browser.newContext({
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    await open(page, `${site.url}/guides/pagination`);
    await page.getByRole("button", { name: "Copy page" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^# Pagination\n/);
    await page.getByText("More", { exact: true }).click();
    const link = page.getByRole("link", { name: "Open in Claude" });
    expect(decodeURIComponent((await link.getAttribute("href")) ?? "")).toContain(
      "https://docs.sinkove.com/guides/pagination.md",
    );
    await context.close();
  });

  test("shows an installation with the chosen package manager, on every page", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await open(page, `${site.url}/get-started`);
    await page.getByRole("tab", { name: "pnpm" }).click();
    await page.locator("code:visible", { hasText: "pnpm add " }).waitFor();
    await open(page, `${site.url}/guides/testing`);
    await page.locator("code:visible", { hasText: "pnpm add --dev" }).waitFor();
    await context.close();
  });
});
