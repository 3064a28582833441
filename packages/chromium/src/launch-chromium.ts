import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.ts";
import { slowDown } from "./slow-down.ts";

/**
 * Starts the Chromium that `findChromium` finds. It runs without Chromium's sandbox, like in Playwright by default,
 * because the sandbox works neither for root nor in most containers. `SLOW_BROWSER=3` slows its pages down three times.
 *
 * @param args additional command line options
 * @throws Error if there is no Chromium, or if `SLOW_BROWSER` is not a number of 1 or more
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const found = await findChromium();
  if ("missing" in found) throw new Error(found.missing);
  const factor = Number(process.env.SLOW_BROWSER || 1);
  if (!(factor >= 1)) throw new Error("SLOW_BROWSER must be a number of 1 or more, such as 3.");
  const browser = await chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    chromiumSandbox: false,
    args: [...args],
  });
  if (factor > 1) slowDown(browser, factor);
  return browser;
}
