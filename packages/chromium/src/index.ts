import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/**
 * The path of a Chromium: from CHROMIUM_PATH, Playwright's own, or the system's.
 *
 * @throws Error where there is none
 */
export function chromiumPath(): string {
  const places = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const found = places.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    "There is no Chromium. Install one (apt-get install chromium), or set CHROMIUM_PATH.",
  );
}

/**
 * Starts it.
 *
 * @param options of its command line
 * @throws Error where there is none
 */
export function launchChromium(options: readonly string[] = []): Promise<Browser> {
  // Chromium does not sandbox what root runs.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...options, ...(isRoot ? ["--no-sandbox"] : [])],
  });
}
