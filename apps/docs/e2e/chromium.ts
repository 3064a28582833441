import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** A Chromium from CHROMIUM_PATH, Playwright's own, or the system's. */
export function launchChromium(options: readonly string[] = []): Promise<Browser> {
  const places = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const executablePath = places.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) {
    throw new Error("There is no Chromium: apt-get install chromium, or set CHROMIUM_PATH.");
  }
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: [...options, ...(isRoot ? ["--no-sandbox"] : [])],
  });
}
