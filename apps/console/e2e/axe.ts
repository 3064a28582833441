import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs axe on a page and returns its findings, one line each. By default with all rules. */
async function faultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(transitionsEnd);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await axe);
  // Only violations, because listing the passed checks doubles the time.
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules, preload: false }) };
  const { violations } = await page.evaluate<AxeResults, object>(
    // Only the dialog if one is open, because the page behind it was checked without it.
    (chosen) =>
      Reflect.get(window, "axe").run(document.querySelector("[role=dialog]") ?? document, chosen),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Waits until transitions end, because their colours belong to neither scheme. Ignores endless animations. */
async function transitionsEnd(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

const WIDE = { width: 1280, height: 800 };
/** The size of a small phone. */
export const PHONE = { width: 360, height: 740 };

/** Returns axe's findings on a wide page in both colour schemes, and on a phone. */
export async function faultsInAllViews(page: Page): Promise<string[]> {
  const faults = await faultsInBothColours(page);
  await page.setViewportSize(PHONE);
  faults.push(...(await faultsOf(page)));
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (isTooWide) faults.push("the page is wider than a phone");
  await page.setViewportSize(WIDE);
  return faults;
}

/** Returns axe's findings with all rules, and the findings about contrast in the other colour scheme. */
export async function faultsInBothColours(page: Page): Promise<string[]> {
  const faults = await faultsOf(page);
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // Only the colours differ between the schemes.
    if (colorScheme === "dark") faults.push(...(await faultsOf(page, ["color-contrast"])));
  }
  return faults;
}
