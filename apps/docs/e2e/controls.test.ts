import { afterAll, beforeAll, expect, test } from "vitest";
import { programsOf } from "./program.ts";
import { type OpenSite, open, openSite } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("a double click on Run runs the program once", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/get-started`);
  const [program] = await programsOf(page, "ts");
  await program?.locator('[data-action="run"]').dblclick();
  await program?.locator('[data-phase="ended"][data-status="0"]').waitFor({ state: "attached" });
  await page.close();
});

test("Copy selects the code where the page may not use the clipboard", async () => {
  const page = await site.context.newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", {}));
  await open(page, `${site.url}/get-started`);
  const block = page.locator(".theme-code-block").first();
  await block.getByRole("button", { name: "Copy" }).click();
  await block.getByRole("button", { name: "Selected: now copy it" }).waitFor();
  expect(await page.evaluate(() => String(getSelection()))).toBe(
    await block.locator("code").textContent(),
  );
  await page.close();
});
