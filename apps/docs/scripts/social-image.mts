/**
 * Draws the image that other sites show for links to the home page. Build the site first: node
 * scripts/social-image.mts.
 */
import { fileURLToPath } from "node:url";
import { launchChromium } from "@sinkove/chromium";
import { buildFolder } from "../test/built-site.mts";
import { serveSite } from "./site-server.mts";

const site = await serveSite({ folder: buildFolder, port: 0 });
const browser = await launchChromium();
const page = await browser.newPage({
  viewport: { width: 1200, height: 630 },
  bypassCSP: true,
});
// Loads the fonts and colours of the site.
await page.goto(`${site.url}/`, { waitUntil: "networkidle" });
await page.evaluate(() => {
  document.body.innerHTML = `<div style="display:grid;grid-template-columns:1.5fr 1fr;gap:60px;align-items:center;height:630px;padding:0 80px;background:var(--paper)">
    <div>
      <p style="display:flex;gap:18px;align-items:center;margin:0 0 40px;font-size:40px;font-weight:600"><img src="/img/mark.svg" width="64" height="64" alt="">Sinkove</p>
      <h1 style="font-size:74px;line-height:1.08;letter-spacing:-0.035em;margin:0 0 28px">Synthetic medical images, by API</h1>
      <p style="margin:0;font-size:30px;color:var(--ink-soft)">Guides, reference and examples that run in the page</p>
    </div>
    <div style="height:430px;border-radius:20px;background:url(/img/training/films.png) left top / 300% auto"></div>
  </div>`;
});
await page.waitForLoadState("networkidle");
await page.screenshot({
  path: fileURLToPath(new URL("../static/img/social.png", import.meta.url)),
});
await browser.close();
await site.close();
