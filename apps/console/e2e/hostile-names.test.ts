import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { filledWorld, pathsOf } from "./filled-world.ts";

const HOSTILE = `"><img src=x onerror=alert(1)>`;

test("names that are HTML are shown as they are, and execute nothing", async () => {
  const world = await filledWorld(HOSTILE);
  const { page, complaints } = await openPage(world, "/console");
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const shown: string[] = [];
  for (const path of pathsOf(world)) {
    await page.goto(`/console${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    if ((await page.locator("body").innerText()).includes(HOSTILE)) shown.push(path);
    expect(await imagesOf(page)).toEqual([]);
  }
  expect(shown).toContain("/api-keys");
  expect(shown).toContain(`/api-keys/${world.apiKeyId}`);
  expect([dialogs, complaints]).toEqual([[], []]);
});

function imagesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.images].filter(({ src }) => /\/x$/.test(src)).map(({ outerHTML }) => outerHTML),
  );
}
