import { expect, test } from "vitest";
import { faultsInAllViews, faultsInBothColours, PHONE } from "./axe.ts";
import { openPage } from "./browser.ts";
import { type FilledWorld, filledWorld, pathsOf } from "./filled-world.ts";
import { settled } from "./settled.ts";
import { newWorld } from "./world.ts";

/** The number of pages to check in parallel, as many as a small machine has processors. */
const AT_ONCE = 2;

/** Pages that need no session. */
const ACCOUNT_PATHS = [
  "/sign-in",
  "/sign-up",
  "/forgotten-password",
  "/reset-password#token=x",
  "/verify-email#token=x",
  "/welcome#token=x",
  "/invitations#token=x",
  "/nowhere",
];

test("axe finds nothing on any page, in either colours, also on a phone; no page breaks the policy", async () => {
  const world = await filledWorld("Training on the cluster");
  const paths = [...pathsOf(world), ...ACCOUNT_PATHS];
  const faults: Record<string, string[]> = {};
  const complaints: string[] = [];
  const visitPages = async (): Promise<void> => {
    const opened = await openPage(world, "/console/nowhere", { reducedMotion: "reduce" });
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      await opened.page.goto(`/console${path}`);
      await settled(opened.page);
      const found = await faultsInAllViews(opened.page);
      if (found.length > 0) faults[path] = found;
    }
    complaints.push(...opened.complaints);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitPages));
  expect([faults, complaints]).toEqual([{}, []]);
});

test("axe finds nothing on pages whose data do not arrive", async () => {
  const world = await filledWorld("Training on the cluster");
  const { page } = await openPage(world, "/console/nowhere", { reducedMotion: "reduce" });
  // No page is drawn before the response to /v1/me.
  await page.route(/\/(v1\/(?!me$)|auth\/)/, () => {});
  const faults: Record<string, string[]> = {};
  for (const path of [...pathsOf(world), ...ACCOUNT_PATHS]) {
    await page.goto(`/console${path}`);
    await page.locator("#root > :not(.first-paint) h1").first().waitFor({ state: "attached" });
    const found = await faultsInBothColours(page);
    if (found.length > 0) faults[path] = found;
  }
  expect(faults).toEqual({});
});

test("axe finds nothing on the page with the secret and in dialogs, and they keep the policy", async () => {
  const world = await filledWorld("Training on the cluster");
  const { page, complaints } = await openPage(world, "/console/api-keys/new");
  const faults: string[] = [];
  const check = async (): Promise<void> => void faults.push(...(await faultsInBothColours(page)));
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Another");
  await page.getByRole("button", { name: "Generate Key" }).click();
  await page.locator("[data-secret]").waitFor();
  await check();
  await page.getByRole("link", { name: "I have stored it" }).click();
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").waitFor();
  await check();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByText("Sign out").waitFor();
  await check();
  expect([faults, complaints]).toEqual([[], []]);
});

/** The paths of pages, each with the buttons that open its dialogs. */
const DIALOGS = ({
  apiKeyId,
  datasetId,
  organizationId,
  webhookEndpointId,
}: FilledWorld): readonly (readonly [path: string, ...buttons: RegExp[]])[] => [
  [`/api-keys/${apiKeyId}`, /^Revoke$/],
  [`/datasets/${datasetId}`, /^Delete$/],
  ["/organizations", /^Create organization$/],
  [
    `/organizations/${organizationId}`,
    ...[/^Rename$/, /^Invite$/, /^Revoke the invitation/, /^Change role of/, /^Remove /],
    ...[/^Leave$/, /^Delete the organization$/],
  ],
  [`/organizations/${organizationId}/webhooks/${webhookEndpointId}`, /^Details of/, /^Delete$/],
  ["/profile", /^Set up$/, /^Delete my account$/],
];

test("axe finds nothing in any dialog, in either colours, and each fits on a phone", async () => {
  const world = await filledWorld("Training on the cluster");
  const { page } = await openPage(world, "/console", { reducedMotion: "reduce", viewport: PHONE });
  const faults: Record<string, string[]> = {};
  for (const [path, ...buttons] of DIALOGS(world)) {
    await page.goto(`/console${path}`);
    await settled(page);
    for (const name of buttons) {
      await page.getByRole("button", { name }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      const found = await faultsInBothColours(page);
      const { left, right } = await dialog.evaluate((element) => element.getBoundingClientRect());
      if (left < 0 || right > PHONE.width) found.push("the dialog is wider than a phone");
      if (found.length > 0) faults[`${path} ${name}`] = found;
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
    }
  }
  expect(faults).toEqual({});
});

test("copying with a button that is only an icon is announced, and the button keeps its name", async () => {
  const { page } = await openPage(
    await newWorld(),
    "/console/api-keys/01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
  );
  const copy = page.getByRole("button", { name: "Copy the request id" });
  await copy.click();
  await page
    .getByRole("status")
    .getByText(/^Copied$|^Select it and copy it by hand$/)
    .waitFor();
  expect(await copy.isVisible()).toBe(true);
});
