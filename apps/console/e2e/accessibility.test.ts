import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { filledWorld, pathsOf } from "./filled-world.ts";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page, one line each. By default by all of its rules. */
async function faultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(await axe);
  const options = rules ? { runOnly: rules } : {};
  const { violations } = await page.evaluate<AxeResults, object>(
    (chosen) => Reflect.get(window, "axe").run(document, chosen),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
}

/** Pages of nobody in particular. */
const ACCOUNT_PATHS = [
  "/sign-in",
  "/sign-up",
  "/forgotten-password",
  "/reset-password#token=x",
  "/verify-email#token=x",
  "/welcome#token=x",
  "/invitations#token=x",
  "/nowhere",
];

test("axe finds nothing on any page, in either colours, also on a phone; no page breaks the policy", async () => {
  const world = await filledWorld("Training on the cluster");
  const { page, complaints } = await openPage(world, "/console", { reducedMotion: "reduce" });
  const faults: Record<string, string[]> = {};
  for (const path of [...pathsOf(world), ...ACCOUNT_PATHS]) {
    await page.goto(`/console${path}`);
    await settled(page);
    const found = await faultsInAllViews(page);
    if (found.length > 0) faults[path] = found;
  }
  expect([faults, complaints]).toEqual([{}, []]);
});

test("axe finds nothing on the page with the secret and in dialogs, and they keep the policy", async () => {
  const world = await filledWorld("Training on the cluster");
  const { page, complaints } = await openPage(world, "/console/api-keys/new");
  const faults: string[] = [];
  const check = async (): Promise<void> => void faults.push(...(await faultsInBothColours(page)));
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Another");
  await page.getByRole("button", { name: "Generate Key" }).click();
  await page.locator("[data-secret]").waitFor();
  await check();
  await page.getByRole("link", { name: "I have stored it" }).click();
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").waitFor();
  await check();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByText("Sign out").waitFor();
  await check();
  expect([faults, complaints]).toEqual([[], []]);
});

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

async function faultsInAllViews(page: Page): Promise<string[]> {
  const faults = await faultsInBothColours(page);
  await page.setViewportSize(PHONE);
  faults.push(...(await faultsOf(page)));
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (isTooWide) faults.push("the page is wider than a phone");
  await page.setViewportSize(WIDE);
  return faults;
}

async function faultsInBothColours(page: Page): Promise<string[]> {
  const faults = await faultsOf(page);
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // Colours are all that is different.
    if (colorScheme === "dark") faults.push(...(await faultsOf(page, ["color-contrast"])));
  }
  return faults;
}
