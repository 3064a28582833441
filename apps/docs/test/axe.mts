import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core");

export type ColorScheme = "light" | "dark";

/**
 * Opens a page for axe. The page's own policy admits no script from elsewhere, so it is passed over for axe alone.
 */
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

/** What axe finds on a page as it is now, a line for each finding. */
export async function findingsOf(page: Page): Promise<string[]> {
  // A boundary: axe was put into the page when it was opened.
  const results = await page.evaluate<AxeResults>("axe.run()");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Runs each example of a page in the language that is shown, one after another. Returns how many there are. */
export async function runExamples(page: Page): Promise<number> {
  const examples = await page.locator("[data-runnable] > :not([hidden])[data-language]").all();
  for (const example of examples) {
    await example.locator('[data-action="run"]').click();
    await example.locator('[data-phase="ended"]').waitFor({ state: "attached" });
  }
  return examples.length;
}
