import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { filledWorld, pathsOf } from "./filled-world.ts";
import { settled } from "./settled.ts";

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
    await settled(page);
    if ((await page.locator("main").innerText()).includes(HOSTILE)) shown.push(path);
    expect(await imagesOf(page)).toEqual([]);
  }
  const { apiKeyId, datasetId, requestId } = world;
  expect(shown).toEqual(
    expect.arrayContaining([
      ...["/api-keys", `/api-keys/${apiKeyId}`, "/requests", `/requests/${requestId}`],
      ...["/datasets", `/datasets/${datasetId}`, "/organizations", "/usage"],
    ]),
  );
  await page.goto(`/console/api-keys/${apiKeyId}`);
  await page.getByRole("button", { name: "Revoke" }).click();
  expect(await page.getByRole("dialog").innerText()).toContain(HOSTILE);
  expect(await imagesOf(page)).toEqual([]);
  expect([dialogs, complaints]).toEqual([[], []]);
});

function imagesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.images].filter(({ src }) => /\/x$/.test(src)).map(({ outerHTML }) => outerHTML),
  );
}
