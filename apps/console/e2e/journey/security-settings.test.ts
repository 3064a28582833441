import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { send } from "./own-requests.ts";
import { ADA, goTo, type Person, signIn, signOut, welcome } from "./people.ts";
import { type Server, startServer } from "./server.ts";
import { DESKTOP, PHONE, visit } from "./visitor.ts";

const HALF_A_MINUTE = 30_000;
const NEW_PASSWORD = "another four random words";
const NEW_EMAIL = "ada.moreau@hospital.example";

const SCREENS = [
  { name: "a desktop", screen: DESKTOP },
  { name: "a phone", screen: PHONE },
] as const;

test.each(SCREENS)(
  "a person sets the second factor up, changes password and address, and ends sessions, on $name",
  async ({ screen }) => {
    const server = await startServer("sqlite");
    onTestFinished(server.stop);
    const { page, complaints } = await visit(screen);
    await welcome(page, server);
    await goTo(page, "Sign-in and security");
    const { secret, backupCodes } = await setUpSecondFactor(page);
    await signOut(page);

    await signIn(page, ADA);
    // The code of the setup has been used.
    await enterCode(page, codeOf(secret, Date.now() + HALF_A_MINUTE));
    await page.getByRole("heading", { name: "API keys" }).waitFor();
    await signOut(page);
    const [first = "", second = "", third = ""] = backupCodes;
    await signInWithBackupCode(page, ADA, first);
    await signOut(page);
    await refuseBackupCode(page, first);
    await enterCode(page, second);
    await page.getByRole("heading", { name: "API keys" }).waitFor();

    const other = await visit(DESKTOP);
    await other.page.goto(`${server.url}/console/sign-in`);
    await signInWithBackupCode(other.page, ADA, third);
    await goTo(page, "Sign-in and security");
    await changePassword(page);
    expect((await send(other.page, "/auth/profile")).status).toBe(401);
    const ada = { ...ADA, password: NEW_PASSWORD };
    await other.page.goto(`${server.url}/console/sign-in`);
    await signInWithBackupCode(other.page, ada, backupCodes[3] ?? "");
    await endOthers(page);
    expect((await send(other.page, "/auth/profile")).status).toBe(401);

    await changeEmail(page, server);
    expect(await isWiderThanScreen(page)).toBe(false);
    await turnOffSecondFactor(page);
    await signOut(page);
    await signIn(page, { ...ada, email: NEW_EMAIL });
    await page.getByRole("heading", { name: "API keys" }).waitFor();
    expect([...complaints, ...other.complaints]).toEqual([]);
  },
);

function codeOf(secret: string, timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

async function setUpSecondFactor(page: Page) {
  await page.getByRole("button", { name: "Set up" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Password/).fill("not the password");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await dialog.getByText("The password is wrong.").waitFor();
  await dialog.getByLabel(/^Password/).fill(ADA.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await dialog.getByRole("img", { name: "QR code for the authenticator app" }).waitFor();
  const secret = (await dialog.locator("[data-secret]").innerText()).replace(/\s/g, "");
  await dialog.getByLabel("Code that the app shows").fill(codeOf(secret, Date.now()));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await dialog.getByText("The second factor is on.").waitFor();
  const backupCodes = await dialog.locator("[data-secret]").allInnerTexts();
  expect(new Set(backupCodes).size).toBe(10);
  const done = dialog.getByRole("button", { name: "Done" });
  expect(await done.isDisabled()).toBe(true);
  await dialog.getByLabel("I have kept the backup codes").check();
  await done.click();
  await page.getByText("Signing in asks for a code.").waitFor();
  return { secret, backupCodes };
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByRole("heading", { name: "Second factor" }).waitFor();
  await page.getByRole("textbox").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signInWithBackupCode(page: Page, person: Person, code: string): Promise<void> {
  await signIn(page, person);
  await page.getByRole("button", { name: "Use a backup code instead" }).click();
  await enterCode(page, code);
  await page.getByRole("heading", { name: "API keys" }).waitFor();
}

async function refuseBackupCode(page: Page, code: string): Promise<void> {
  await signIn(page, ADA);
  await page.getByRole("button", { name: "Use a backup code instead" }).click();
  await enterCode(page, code);
  await page.getByRole("alert").waitFor();
}

async function changePassword(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "Password" });
  await section.getByLabel("Current password").fill(ADA.password);
  await section.getByLabel("New password").fill(NEW_PASSWORD);
  await section.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("Your password was changed.").waitFor();
}

async function endOthers(page: Page): Promise<void> {
  await page.reload();
  const sessions = page.getByRole("table", { name: "Sessions" });
  await sessions.getByRole("button", { name: /^Sign out/ }).waitFor();
  expect(await sessions.getByText("This one").count()).toBe(1);
  await page.getByRole("button", { name: "Sign out all others" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await page.getByText("Your other devices were signed out.").waitFor();
  await expect.poll(() => sessions.getByRole("button", { name: /^Sign out/ }).count()).toBe(0);
}

async function changeEmail(page: Page, server: Server): Promise<void> {
  const section = page.getByRole("region", { name: "Email address" });
  await section.getByLabel("New email address").fill(NEW_EMAIL);
  await section.getByLabel("Current password").fill(ADA.password);
  await section.getByRole("button", { name: "Change the address" }).click();
  await section.getByText("The password is wrong.").waitFor();
  await section.getByLabel("Current password").fill(NEW_PASSWORD);
  await section.getByRole("button", { name: "Change the address" }).click();
  await section.getByText("Confirm the change").waitFor();
  await page.goto(await server.linkMailedTo(NEW_EMAIL, "/console/verify-email"));
  await page.getByRole("heading", { name: "Email address confirmed" }).waitFor();
  await page.getByRole("link", { name: "Go to the console" }).click();
  await goTo(page, "Sign-in and security");
  await section.getByText(NEW_EMAIL).waitFor();
}

async function turnOffSecondFactor(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Turn off" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Password/).fill(NEW_PASSWORD);
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await page.getByText("Signing in asks for the password only.").waitFor();
}

function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > screen.width);
}
