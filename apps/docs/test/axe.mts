import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core");

export type ColorScheme = "light" | "dark";

/** Opens a page for axe. Bypasses the page's policy, which allows no script from elsewhere. */
export async function openForAxe(
  browser: Browser,
  url: string,
  colorScheme: ColorScheme,
): Promise<Page> {
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "load" });
  await page.locator('html[data-has-hydrated="true"]').waitFor();
  await page.addScriptTag({ path: axe });
  return page;
}

/** Returns the findings of axe on the page in its current state, one per line. */
export async function findingsOf(page: Page): Promise<string[]> {
  // This cast is safe: `openForAxe` has added axe to the page.
  const results = await page.evaluate<AxeResults>("axe.run()");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Runs the shown language of each example of a page, one after another. Returns the number of examples. */
export async function runExamples(page: Page): Promise<number> {
  const examples = await page.locator("[data-runnable] > :not([hidden])[data-language]").all();
  for (const example of examples) {
    await example.locator('[data-action="run"]').click();
    await example.locator('[data-phase="ended"]').waitFor({ state: "attached" });
  }
  return examples.length;
}
