import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page, one line each. By default by all of its rules. */
async function faultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(transitionsEnd);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await axe);
  // To list what passes takes axe as long again.
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules, preload: false }) };
  const { violations } = await page.evaluate<AxeResults, object>(
    // Behind a dialog, the page is as it was without it.
    (chosen) =>
      Reflect.get(window, "axe").run(document.querySelector("[role=dialog]") ?? document, chosen),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Colours are those of neither scheme while they change. Some animations have no end. */
async function transitionsEnd(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

const WIDE = { width: 1280, height: 800 };
/** A small one. */
export const PHONE = { width: 360, height: 740 };

/** What axe finds on a wide page, in either colours, and on a phone. */
export async function faultsInAllViews(page: Page): Promise<string[]> {
  const faults = await faultsInBothColours(page);
  await page.setViewportSize(PHONE);
  faults.push(...(await faultsOf(page)));
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (isTooWide) faults.push("the page is wider than a phone");
  await page.setViewportSize(WIDE);
  return faults;
}

/** What axe finds by all of its rules, and about the contrast in the other colours. */
export async function faultsInBothColours(page: Page): Promise<string[]> {
  const faults = await faultsOf(page);
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // Colours are all that is different.
    if (colorScheme === "dark") faults.push(...(await faultsOf(page, ["color-contrast"])));
  }
  return faults;
}
