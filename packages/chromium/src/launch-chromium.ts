import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

/**
 * Starts the Chromium that `findChromium` finds, without its sandbox, which neither root nor most containers can have.
 * Playwright leaves the sandbox out too unless it is asked for it.
 *
 * @param args more options for its command line
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
