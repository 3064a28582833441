import type { Browser, Page } from "playwright-core";

/** The delay of each response for a factor of 1, in milliseconds. */
const LATENCY = 100;

/**
 * Slows the pages of a browser down, to find tests and pages that depend on the order in which things happen. The first
 * responses of a new page may still be fast.
 *
 * @param factor how many times slower scripts run. Each response is also late by 100 ms times this factor.
 */
export function slowDown(browser: Browser, factor: number): void {
  browser.on("context", (context) => context.on("page", (page) => slowPage(page, factor)));
}

/** A page that closes meanwhile is not an error. */
async function slowPage(page: Page, factor: number): Promise<void> {
  try {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: factor });
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: LATENCY * factor,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}
