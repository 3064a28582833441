import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsInAllViews, faultsInBothColours, PHONE } from "./axe.ts";
import { type OpenPage, openPage } from "./browser.ts";
import { newWorld } from "./world.ts";

const CODES = Array.from({ length: 10 }, (_, index) => `fake${index}-code${index}`);
const TOTP =
  "otpauth://totp/Sinkove:ada%40hospital.example?secret=FAKEFAKEFAKEFAKE&issuer=Sinkove&digits=6&period=30";

/** Responds for the sign-in endpoints, because the mock server has no passwords. The journeys test the real server. */
async function openWithFakes(path: string): Promise<OpenPage> {
  const opened = await openPage(await newWorld(), path, { reducedMotion: "reduce" });
  const { page } = opened;
  await page.route("**/auth/sign-in/email", (route) =>
    route.fulfill({ json: { twoFactorRedirect: true } }),
  );
  await page.route("**/auth/two-factor/enable", (route) =>
    route.fulfill({ json: { totpURI: TOTP, backupCodes: CODES } }),
  );
  await page.route("**/auth/two-factor/verify-*", (route) =>
    route.request().postDataJSON().code === "123456"
      ? route.fulfill({ json: {} })
      : route.fulfill({ status: 401, json: { code: "INVALID_CODE", message: "Invalid code" } }),
  );
  return opened;
}

test("axe finds nothing in the steps of signing in with a second factor", async () => {
  const { page, complaints } = await openWithFakes("/console/sign-in");
  const faults: Record<string, readonly string[]> = {};
  await page.getByLabel("Email address").fill("ada@hospital.example");
  await page.getByLabel("Password", { exact: true }).fill("four random words");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Code of your authenticator app").fill("000000");
  faults.code = await faultsInAllViews(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("alert").waitFor();
  faults.refused = await faultsInAllViews(page);
  await page.getByRole("button", { name: "Use a backup code instead" }).click();
  await page.getByLabel("Backup code").waitFor();
  faults.backup = await faultsInAllViews(page);
  expect([faults, complaints]).toEqual([{ code: [], refused: [], backup: [] }, []]);
});

test("axe finds nothing in the steps of setting a second factor up, and they fit on a phone", async () => {
  const { page, complaints } = await openWithFakes("/console/profile");
  await page.setViewportSize(PHONE);
  const faults: Record<string, readonly string[]> = {};
  const dialog = page.getByRole("dialog");
  const next = (name: string): Promise<void> => dialog.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Set up" }).click();
  await dialog.getByLabel(/^Password/).fill("four random words");
  faults.password = await faultsOfDialog(page);
  await next("Continue");
  await dialog.getByRole("img", { name: "QR code for the authenticator app" }).waitFor();
  await dialog.getByLabel("Code that the app shows").fill("000000");
  await next("Turn on");
  await dialog.getByRole("alert").waitFor();
  faults.refused = await faultsOfDialog(page);
  await dialog.getByLabel("Code that the app shows").fill("123456");
  await next("Turn on");
  await dialog.getByText("The second factor is on.").waitFor();
  faults.codes = await faultsOfDialog(page);
  // A slip must not lose the codes.
  await page.keyboard.press("Escape");
  await dialog.getByLabel("I have kept the backup codes").check();
  const refreshed = page.waitForRequest("**/auth/profile");
  await next("Close");
  await refreshed;
  expect([faults, complaints]).toEqual([{ password: [], refused: [], codes: [] }, []]);
});

async function faultsOfDialog(page: Page): Promise<readonly string[]> {
  const { left, right } = await page
    .getByRole("dialog")
    .evaluate((element) => element.getBoundingClientRect());
  const isTooWide = left < 0 || right > PHONE.width;
  return [...(await faultsInBothColours(page)), ...(isTooWide ? ["wider than a phone"] : [])];
}
