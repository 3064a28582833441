/** Runs axe on every page of the built site, light and dark, before and after running its examples: npm run axe */

import { launchChromium } from "@sinkove/chromium";
import { findingsOf, openForAxe, runExamples } from "../test/axe.mts";
import { buildFolder, builtAddresses } from "../test/built-site.mts";
import { serveSite } from "./site-server.mts";

const site = await serveSite({ folder: buildFolder, port: 0 });
const browser = await launchChromium();
const addresses = builtAddresses();
const counts = { findings: 0, runs: 0 };

function tell(where: string, findings: readonly string[]): void {
  counts.findings += findings.length;
  for (const finding of findings) console.log(`${where}: ${finding}`);
}

for (const address of addresses) {
  for (const theme of ["light", "dark"] as const) {
    const page = await openForAxe(browser, site.url + address, theme);
    tell(`${address} (${theme})`, await findingsOf(page));
    const runs = await runExamples(page);
    if (runs > 0) tell(`${address} (${theme}, after a run)`, await findingsOf(page));
    counts.runs += runs;

    await page.context().close();
  }
}
await browser.close();
await site.close();
console.log(
  `axe: ${counts.findings} findings on ${addresses.length} pages, light and dark, and after ${counts.runs} runs.`,
);
process.exitCode = counts.findings > 0 ? 1 : 0;
