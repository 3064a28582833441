import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { settled } from "./settled.ts";
import { newWorld, type World } from "./world.ts";

const name = (page: Page) => page.getByRole("textbox", { name: "Name", exact: true });
const ended = (page: Page) => page.getByRole("dialog", { name: "Your session has ended" });

/** Signs a person in as another tab would. */
async function signIn(page: Page, world: World, accountId?: string): Promise<void> {
  const [cookie = "", value = ""] = (await world.session(accountId)).split("=");
  await page.context().addCookies([{ name: cookie, value, url: world.origin }]);
}

/** Sends the form to generate a key after the session has ended. */
async function generateTooLate(page: Page): Promise<void> {
  await name(page).fill("Half an hour of work");
  await page.getByLabel("Custom").check();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Generate Key" }).click();
  await ended(page).waitFor();
}

test("a form outlives the session, and can be sent after signing in again", async () => {
  const world = await newWorld();
  const { page, complaints } = await openPage(world, "/console/api-keys/new");
  await generateTooLate(page);
  const signInLink = ended(page).getByRole("link", { name: "Sign in" });
  expect(await signInLink.getAttribute("target")).toBe("_blank");
  await ended(page).getByRole("button", { name: "Continue" }).click();
  await ended(page).getByRole("alert").waitFor();
  await signIn(page, world);
  await ended(page).getByRole("button", { name: "Continue" }).click();
  await ended(page).waitFor({ state: "detached" });
  expect(await name(page).inputValue()).toBe("Half an hour of work");
  expect(await page.getByLabel("Custom").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Generate Key" }).click();
  await page.locator("[data-secret]").waitFor();
  expect(complaints).toEqual([]);
});

test("coming back from the other tab is enough, and Escape closes no dialog below", async () => {
  const world = await newWorld();
  const path = `/console/organizations/${world.organizationId}`;
  const { page } = await openPage(world, path);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const email = page.getByRole("textbox", { name: "Email address" });
  await email.fill("grace@example.org");
  await page.context().clearCookies();
  await email.press("Enter");
  await ended(page).waitFor();
  await ended(page).getByRole("link", { name: "Sign in" }).focus();
  await page.keyboard.press("Escape");
  await signIn(page, world);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await ended(page).waitFor({ state: "detached" });
  const invite = page.getByRole("dialog", { name: "Invite a person" });
  await invite.getByRole("button", { name: "Invite", exact: true }).click();
  await invite.locator("[data-secret]").waitFor();
});

test("a secret that is shown once outlives the session", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/api-keys/new");
  await name(page).fill("CI");
  await page.getByRole("button", { name: "Generate Key" }).click();
  const secret = await page.locator("[data-secret]").innerText();
  await settled(page);
  await page.context().clearCookies();
  await page.evaluate(() => {
    const now = Date.now;
    // Later than the age at which the account is loaded again.
    Date.now = () => now() + 3_600_000;
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await ended(page).waitFor();
  await signIn(page, world);
  await ended(page).getByRole("button", { name: "Continue" }).click();
  await ended(page).waitFor({ state: "detached" });
  expect(await page.locator("[data-secret]").innerText()).toBe(secret);
});

test("a page without input leads to the sign-in page, and back", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/api-keys/new");
  await name(page).fill("abandoned");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("heading", { name: "API keys", level: 1 }).waitFor();
  await settled(page);
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Usage" }).click();
  await page.waitForURL("**/sign-in?returnTo=%2Fusage");
});

test("the sign-in endpoints say that the session has ended, too", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/profile");
  await name(page).fill("Ada King");
  // The mock server cannot change names.
  const refusal = { code: "INVALID_SESSION", message: "You are not signed in." };
  await page.route("**/auth/update-user", (route) => route.fulfill({ status: 401, json: refusal }));
  await page.getByRole("button", { name: "Save the name" }).click();
  await ended(page).waitFor();
});

test("another person who signs in gets nothing of the first", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/api-keys/new");
  await generateTooLate(page);
  await signIn(page, world, world.people[1]?.accountId);
  await ended(page).getByRole("button", { name: "Continue" }).click();
  await ended(page).waitFor({ state: "detached" });
  await page.getByText("Grace Hopper").first().waitFor();
  expect(await name(page).inputValue()).toBe("");
});
