import { launchChromium } from "@sinkove/chromium";
import { openRealPrograms, type RealPrograms } from "@sinkove/playground/real-programs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BareSite, startBareSite } from "./bare-site.ts";

let site: BareSite;
let browser: Browser;
let page: Page;
let programs: RealPrograms;
beforeAll(async () => {
  site = await startBareSite();
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(site.origin);
  programs = await openRealPrograms();
});
afterAll(async () => {
  await programs?.close();
  await browser?.close();
  await site?.close();
});

test.each([
  ["ts", 0, 'console.log("done")'],
  ["ts", 3, 'process.exit(3); console.log("never")'],
  ["ts", 3, 'try { process.exit(3) } catch { console.log("never") } finally { process.exit(4) }'],
  [
    "ts",
    3,
    'setTimeout(() => console.log("never"), 5); Promise.resolve().then(() => process.exit(3))',
  ],
  ["ts", 4, 'process.exitCode = 4; console.log("done")'],
  ["ts", 4, "process.exitCode = 4; process.exit()"],
  ["ts", 0, "process.exit(256)"],
  ["ts", 255, "process.exit(-1)"],
  ["ts", 1, 'process.exitCode = 4; throw new Error("uncaught")'],
  ["ts", 1, "({}).nothing()"],
  [
    "ts",
    1,
    'setTimeout(() => { throw new Error("later") }); setTimeout(() => console.log("never"), 5)',
  ],
  ["ts", 1, 'Promise.reject(new Error("nobody handles it"))'],
  ["ts", 1, "const = 1;"],
  ["sh", 0, "false; echo done"],
  ["sh", 3, "exit 3; echo never"],
  ["sh", 1, "echo done; false"],
  ["sh", 1, "set -e; false; echo never"],
  ["sh", 127, "echo done; no-such-command"],
  ["sh", 7, "curl -s http://127.0.0.1:1/"],
  ["py", 0, 'print("done")'],
  ["py", 3, 'import sys\nsys.exit(3)\nprint("never")'],
  ["py", 3, "raise SystemExit(3)"],
  ["py", 0, "import sys\nsys.exit()"],
  ["py", 1, 'import sys\nsys.exit("a reason")'],
  ["py", 1, "import sys\nsys.exit(True)"],
  ["py", 1, "import sys\nsys.exit(2.5)"],
  ["py", 0, "import sys\nsys.exit(256)"],
  ["py", 255, "import sys\nsys.exit(-1)"],
  ["py", 1, 'print("done")\n{}.nothing()'],
  ["py", 1, "def f(:\n  pass"],
] as const)(
  "in %s, the page and the real program end with %i: %s",
  async (language, status, code) => {
    const { stdout, status: real } = await programs.run(language, code, {});
    const shown = await page.evaluate(
      ([each, text]) =>
        // The bare page defines this global.
        (
          globalThis as unknown as {
            run: (...args: string[]) => Promise<{ status?: number; stdout: string }>;
          }
        ).run(each, text),
      [language, code] as const,
    );
    expect(shown).toMatchObject({ status: real, stdout });
    expect(real).toBe(status);
  },
);
