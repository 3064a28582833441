import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { newWorld } from "./world.ts";

/** The background of a control, or of the label around it if the control itself is invisible. */
function backgroundOf(control: Locator): Promise<string> {
  return control.evaluate((element) => {
    const isVisible = getComputedStyle(element).opacity !== "0";
    const seen = isVisible ? element : (element.closest("label") ?? element);
    return getComputedStyle(seen).backgroundColor;
  });
}

async function expectDifferent(chosen: Locator, other: Locator): Promise<void> {
  // Backgrounds change gradually.
  const isDifferent = async () => (await backgroundOf(chosen)) !== (await backgroundOf(other));
  await expect.poll(isDifferent).toBe(true);
}

test("forced colours show what is chosen", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/api-keys", { forcedColors: "active" });
  await expectDifferent(page.getByLabel("In use"), page.getByLabel("All", { exact: true }));
  await page.getByRole("link", { name: "Generate Key" }).click();
  await page.getByLabel("Custom").check();
  await expectDifferent(page.getByLabel("Custom"), page.getByLabel("Read datasets"));
  await expectDifferent(page.getByLabel("datasets:read"), page.getByLabel("datasets:write"));
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("CI");
  await page.getByRole("button", { name: "Generate Key" }).click();
  const tab = (name: string) => page.getByRole("tab", { name });
  await expectDifferent(tab(".env"), tab("curl"));
});
