import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core");

export type ColorScheme = "light" | "dark";

/**
 * What axe finds on a page, a line for each finding. The page's own policy admits no script from elsewhere, so
 * it is passed over for axe alone.
 */
export async function findingsOf(
  browser: Browser,
  url: string,
  colorScheme: ColorScheme,
): Promise<string[]> {
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "load" });
  await page.addScriptTag({ path: axe });
  // A boundary: axe was put into the page a line ago.
  const results = await page.evaluate<AxeResults>("axe.run()");
  await context.close();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}
