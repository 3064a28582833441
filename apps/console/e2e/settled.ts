import type { Page } from "playwright-core";
import { findQueryClient } from "./query-client.ts";

/** Waits until the page has rendered its heading and all of its data. */
export async function settled(page: Page): Promise<void> {
  await page.locator("#root > :not(.first-paint) h1").first().waitFor();
  const look = `(${isSettled})(${findQueryClient})`;
  for (let turn = 0; turn < 1000; turn++) if (await page.evaluate<boolean>(look)) return;
  throw new Error(`${page.url()} is still loading.`);
}

/** Runs in the page. Waits for some frames, because a query can start after the response to another. */
async function isSettled(find: typeof findQueryClient): Promise<boolean> {
  const isBusy = (): boolean =>
    find()?.isFetching() !== 0 || document.querySelector("[aria-busy=true]") !== null;
  for (let frame = 0; frame < 4; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (isBusy()) return false;
  }
  return true;
}
