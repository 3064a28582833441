import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { type FilledWorld, filledWorld, pathsOf } from "./filled-world.ts";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page, one line each. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  const { violations } = await page.evaluate<AxeResults>(() => Reflect.get(window, "axe").run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
}

let world: Promise<FilledWorld> | undefined;
const theWorld = (): Promise<FilledWorld> => {
  world ??= filledWorld("Training on the cluster");
  return world;
};

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

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  const options = { colorScheme, reducedMotion: "reduce" } as const;

  test("axe finds nothing on any page, and no page breaks the policy", async () => {
    const filled = await theWorld();
    const { page, complaints } = await openPage(filled, "/console", options);
    const faults: Record<string, string[]> = {};
    for (const path of [...pathsOf(filled), ...ACCOUNT_PATHS]) {
      await page.goto(`/console${path}`);
      await settled(page);
      const found = await faultsOf(page);
      if (found.length > 0) faults[path] = found;
    }
    expect([faults, complaints]).toEqual([{}, []]);
  });

  test("axe finds nothing on the page with the secret and in dialogs, and they keep the policy", async () => {
    const filled = await theWorld();
    const { page, complaints } = await openPage(filled, "/console/api-keys/new", options);
    const faults: string[] = [];
    const check = async (): Promise<void> => void faults.push(...(await faultsOf(page)));
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
    await page.getByRole("menu").waitFor();
    await check();
    expect([faults, complaints]).toEqual([[], []]);
  });
});

test("axe finds nothing on a phone", async () => {
  const filled = await theWorld();
  const viewport = { width: 360, height: 740 };
  const { page, complaints } = await openPage(filled, "/console", { viewport, hasTouch: true });
  const faults: Record<string, string[]> = {};
  for (const path of pathsOf(filled)) {
    await page.goto(`/console${path}`);
    await settled(page);
    const found = await faultsOf(page);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (isWide) found.push("the page is wider than the window");
    if (found.length > 0) faults[path] = found;
  }
  expect([faults, complaints]).toEqual([{}, []]);
});
