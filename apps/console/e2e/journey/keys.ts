import type { Page } from "playwright-core";
import { expect } from "vitest";
import { goTo } from "./people.ts";

/** A new key as its page shows it. */
export interface ShownKey {
  readonly secret: string;
  /** The curl command on the page. */
  readonly curl: string;
}

/** Goes to Profile > API Key > Generate Key, and generates a key. */
export async function generateKey(page: Page, name: string): Promise<ShownKey> {
  await goTo(page, "API Key");
  await page.getByRole("link", { name: "Generate Key" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Training pipeline").check();
  await page.getByRole("button", { name: "Generate Key" }).click();
  return shownKey(page);
}

/** Rotates the key whose page is open. The old one works for another day. */
export async function rotateKey(page: Page): Promise<ShownKey> {
  await page.getByRole("link", { name: "Rotate", exact: true }).click();
  await page.getByLabel("24 hours").check();
  await page.getByRole("button", { name: "Rotate", exact: true }).click();
  return shownKey(page);
}

/** Copies the key with the button, and reads the curl command from its tab. */
async function shownKey(page: Page): Promise<ShownKey> {
  await page.getByRole("button", { name: "Copy the key" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  expect(secret).toMatch(/^sinkove_live_[0-9A-Za-z]{38}$/);
  expect(await page.locator("[data-secret]").innerText()).toBe(secret);
  await page.getByRole("tab", { name: "curl" }).click();
  const curl = await page.getByRole("region", { name: "curl command" }).innerText();
  expect(curl).toContain(secret);
  return { secret, curl };
}

/** Revokes the key whose page is open. */
export async function revokeKey(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke this key?" });
  const revoke = dialog.getByRole("button", { name: "Revoke" });
  expect(await revoke.isDisabled()).toBe(true);
  await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
  await revoke.click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("Revoked", { exact: true }).first().waitFor();
}

/** Reloads the page until a table has a row with these texts, because counts and the log lag by a few seconds. */
export async function rowAppears(page: Page, table: string, texts: readonly string[]) {
  const rows = texts.reduce(
    (found, hasText) => found.filter({ hasText }),
    page.getByRole("table", { name: table }).getByRole("row"),
  );
  const appears = async (): Promise<boolean> => {
    const isThere = () => rows.first().waitFor({ timeout: 4_000 });
    if (
      await isThere().then(
        () => true,
        () => false,
      )
    )
      return true;
    await page.reload();
    return false;
  };
  await expect.poll(appears, { timeout: 60_000, interval: 100 }).toBe(true);
}
