import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { newWorld, type World } from "./world.ts";

interface Key {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
}

function newKey(world: World, name: string): Promise<Key> {
  return world.send("/v1/api-keys", { body: { name, scopes: ["datasets:read"] } });
}

function heading(page: Page, name: string): Promise<void> {
  return page.getByRole("heading", { name, level: 1 }).waitFor();
}

test("a key is rotated with a grace, in which its page shows who still uses it", async () => {
  const world = await newWorld();
  const old = await newKey(world, "Nightly training");
  const { page, complaints } = await openPage(world, `/console/api-keys/${old.id}`);
  await page.getByRole("link", { name: "Rotate" }).click();
  await heading(page, "Rotate Nightly training");
  await page.getByLabel("7 days").check();
  await page.getByRole("button", { name: "Rotate" }).click();
  await heading(page, "Copy the new key");
  const secret = await page.locator("[data-secret]").innerText();
  for (const key of [secret, old.secret]) {
    await world.send("/v1/datasets", { key, userAgent: "trainer/3.2" });
  }
  await page.getByRole("link", { name: "See who still uses the old key" }).click();
  await heading(page, "Nightly training");
  const clients = page.getByRole("table", { name: "Programs that used this key since" });
  await clients.getByText("trainer 3.2").waitFor();
  expect(await clients.getByRole("row").nth(1).innerText()).toMatch(/127\.0\.0\.1\s+1\s/);
  // The end must not depend on the clock of the browser.
  await page.clock.setFixedTime(Date.now() + 3_600_000);
  await page.getByRole("button", { name: "End it now" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const refused = await world.send("/v1/datasets", { key: old.secret });
  expect([refused.status, refused.code]).toEqual([401, "API_KEY_EXPIRED"]);
  expect(Array.isArray(await world.send("/v1/datasets", { key: secret }))).toBe(true);
  expect(complaints).toEqual([]);
});

test("a key is revoked only when its name is typed, and is refused from then on with the reason", async () => {
  const world = await newWorld();
  const key = await newKey(world, "Old laptop");
  const { page, complaints } = await openPage(world, `/console/api-keys/${key.id}`);
  await page.getByRole("button", { name: "Revoke" }).click();
  const dialog = page.getByRole("dialog");
  const revoke = dialog.getByRole("button", { name: "Revoke" });
  const typed = dialog.getByRole("textbox");
  expect(await revoke.isDisabled()).toBe(true);
  await typed.fill("Old lap");
  await typed.press("Enter");
  expect(await revoke.isDisabled()).toBe(true);
  expect(Array.isArray(await world.send("/v1/datasets", { key: key.secret }))).toBe(true);
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Revoke" }).click();
  expect(await dialog.getByRole("checkbox").isChecked()).toBe(false);
  await typed.fill("Old laptop");
  await revoke.click();
  await dialog.waitFor({ state: "hidden" });
  const refused = await world.send("/v1/datasets", { key: key.secret });
  expect([refused.status, refused.code]).toEqual([401, "API_KEY_REVOKED"]);
  expect(refused.detail).toContain("was revoked");
  expect(complaints).toEqual([]);
});

test("a disabled key is enabled again by the notice that it was disabled", async () => {
  const world = await newWorld();
  const key = await newKey(world, "CI");
  const { page } = await openPage(world, `/console/api-keys/${key.id}`);
  await page.getByRole("button", { name: "Disable" }).click();
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.waitFor();
  expect((await world.send("/v1/datasets", { key: key.secret })).code).toBe("API_KEY_DISABLED");
  await undo.click();
  await page.getByRole("button", { name: "Disable" }).waitFor();
  expect(Array.isArray(await world.send("/v1/datasets", { key: key.secret }))).toBe(true);
});

test("all events of a key can be loaded", async () => {
  const world = await newWorld();
  const key = await newKey(world, "CI");
  for (let times = 0; times < 26; times += 1)
    for (const enabled of [false, true])
      await world.send(`/v1/api-keys/${key.id}`, { method: "PATCH", body: { enabled } });
  const { page } = await openPage(world, `/console/api-keys/${key.id}`);
  const events = page.getByRole("table", { name: "What happened to this key" });
  await events.getByText("disabled").first().scrollIntoViewIfNeeded();
  await page.keyboard.press("End");
  await events.getByText("created", { exact: true }).waitFor();
});
