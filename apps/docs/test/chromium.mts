import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/**
 * A Chromium from CHROMIUM_PATH, Playwright's own, or the system's.
 *
 * @throws where there is none.
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

export function launchChromium(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: chromiumPath(), args: isRoot ? ["--no-sandbox"] : [] });
}
