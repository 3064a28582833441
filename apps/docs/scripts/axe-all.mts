/** Runs axe on every page of the built site, light and dark: node scripts/axe-all.mts */
import { findingsOf } from "../test/axe.mts";
import { buildFolder, builtAddresses } from "../test/built-site.mts";
import { launchChromium } from "../test/chromium.mts";
import { serveSite } from "./site-server.mts";

const site = await serveSite({ folder: buildFolder, port: 0 });
const browser = await launchChromium();
const addresses = builtAddresses();
let count = 0;
for (const address of addresses) {
  for (const theme of ["light", "dark"] as const) {
    for (const finding of await findingsOf(browser, site.url + address, theme)) {
      count += 1;
      console.log(`${address} (${theme}): ${finding}`);
    }
  }
}
await browser.close();
await site.close();
console.log(`axe: ${count} findings on ${addresses.length} pages, light and dark.`);
process.exitCode = count > 0 ? 1 : 0;
