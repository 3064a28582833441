import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

/**
 * Starts the Chromium that `findChromium` finds. It runs without Chromium's sandbox, like in Playwright by default,
 * because the sandbox works neither for root nor in most containers.
 *
 * @param args additional command line options
 * @throws Error if there is no Chromium
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const found = await findChromium();
  if ("missing" in found) throw new Error(found.missing);
  return chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    chromiumSandbox: false,
    args: [...args],
  });
}
