/**
 * Measures the time from a click on Run to the output, in a browser without a cache and again in the same browser:
 * node scripts/first-run.mts [ts | sh | py …]
 * FOLDER=… measures another built site, for comparison.
 */

import { launchChromium } from "@sinkove/chromium";
import type { Browser, Page } from "playwright-core";
import { buildFolder } from "../test/built-site.mts";
import { serveSite } from "./site-server.mts";

type Language = "ts" | "sh" | "py";

/** How long a reader waits before the click, in milliseconds. */
const readers = { "after reading": 3000, "at once": 0 } as const;
const rounds = Number(process.env.ROUNDS ?? 5);

const wanted = process.argv.slice(2).filter((each) => /^(ts|sh|py)$/.test(each)) as Language[];
const site = await serveSite({ folder: process.env.FOLDER ?? buildFolder, port: 0 });
const browser = await launchChromium();
for (const language of wanted.length > 0 ? wanted : (["ts", "sh", "py"] as const)) {
  for (const [reader, pause] of Object.entries(readers)) {
    const firsts: number[] = [];
    const seconds: number[] = [];
    for (let round = 0; round < (language === "py" ? 2 : rounds); round++) {
      const [first, second] = await timesOf(browser, { language, pause });
      firsts.push(first);
      seconds.push(second);
    }
    console.log(
      `${language}, ${reader}: first ${median(firsts)} ms, then ${median(seconds)} ms  (${firsts.map(Math.round).join(" ")})`,
    );
  }
}
await browser.close();
await site.close();

async function timesOf(
  chromium: Browser,
  { language, pause }: { language: Language; pause: number },
): Promise<readonly [number, number]> {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(`${site.url}/get-started`);
  await page.locator('html[data-has-hydrated="true"]').waitFor();
  await page.locator(`[data-runnable] [data-tab="${language}"]`).first().click();
  await page.waitForTimeout(pause);
  const times = [await clickToOutput(page, language), await clickToOutput(page, language)] as const;
  await context.close();
  return times;
}

/** Measures in the page, from the time of the click event to the change that shows output. */
async function clickToOutput(page: Page, language: Language): Promise<number> {
  const panel = page.locator(`[data-runnable] > [data-language="${language}"]`).first();
  const output = panel.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        let clicked = 0;
        element.addEventListener("click", ({ timeStamp }) => (clicked = timeStamp), {
          once: true,
          capture: true,
        });
        const observer = new MutationObserver(() => {
          if (clicked === 0 || !element.querySelector("[data-stream]")) return;
          observer.disconnect();
          resolve(performance.now() - clicked);
        });
        observer.observe(element, { subtree: true, childList: true, characterData: true });
      }),
  );
  await panel.locator('[data-action="run"]').click();
  const time = await output;
  await panel.locator('[data-phase="ended"]').waitFor({ state: "attached" });
  return time;
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN);
}
