import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** A Chromium of this machine: from CHROMIUM_PATH, Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return [chromium.executablePath(), ...usual].find((path) => existsSync(path));
}
