import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { generateKey } from "./keys.ts";
import { organizationOf, send } from "./own-requests.ts";
import { BEN, enter, goTo, signIn, welcome } from "./people.ts";
import { type Server, startServer } from "./server.ts";
import { visit } from "./visitor.ts";

const MODEL = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";

test("an invited person signs up, joins, and loses access at once when the owner removes them", async () => {
  const server = await startServer("sqlite");
  onTestFinished(server.stop);
  const [owner, ben] = [await visit(), await visit()];
  await welcome(owner.page, server);
  const organizationId = await organizationOf(owner.page);
  const order = { modelId: MODEL, numSamples: 1, args: { prompt: "Severe cardiomegaly" } };
  await expect(send(owner.page, "/v1/datasets", { body: order })).resolves.toMatchObject({
    status: 201,
  });
  await invite(owner.page);

  await signUpInvited(ben.page, server);
  await ben.page.getByRole("button", { name: "Accept the invitation" }).click();
  await ben.page.waitForURL(`**/console/organizations/${organizationId}`);
  const members = ben.page.getByRole("table", { name: "Members" });
  await members.getByText(`${BEN.name} (you)`).waitFor();
  const key = await generateKey(ben.page, "Ben's notebook");
  expect(await datasetsOf(server, key.secret)).toHaveLength(1);

  await removeBen(owner.page);
  expect(await datasetsOf(server, key.secret)).toEqual([]);
  expect(await statusOf(server, key.secret, `organizations/${organizationId}`)).toBe(403);
  expect((await send(ben.page, `/v1/organizations/${organizationId}`)).status).toBe(403);
  expect([...owner.complaints, ...ben.complaints]).toEqual([]);
});

async function invite(page: Page): Promise<void> {
  await goTo(page, "First organization");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Invite a person" });
  await dialog.getByLabel("Email address").fill(BEN.email);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await dialog.getByRole("button", { name: "Done" }).waitFor();
  // A slip must not lose the link.
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("table", { name: "Open invitations" }).getByText(BEN.email).waitFor();
}

async function removeBen(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole("button", { name: `Remove ${BEN.name}` }).click();
  const dialog = page.getByRole("dialog", { name: `Remove ${BEN.name}?` });
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByText(`${BEN.name} was removed.`).waitFor();
}

/** Opens the link of the invitation, signs up, confirms the email address, and opens the first link again. */
async function signUpInvited(page: Page, server: Server): Promise<void> {
  const invitation = await server.linkMailedTo(BEN.email, "/console/invitations");
  await page.goto(invitation);
  await page.getByRole("link", { name: "Create an account" }).click();
  await enter(page, BEN);
  await page.getByRole("button", { name: "Create the account" }).click();
  await page.getByRole("heading", { name: "Check your email" }).waitFor();
  await page.goto(await anotherLink(page, server));
  await page.getByRole("heading", { name: "Email address confirmed" }).waitFor();
  await page.goto(invitation);
  await page.getByRole("link", { name: "Sign in" }).click();
  await signIn(page, BEN);
}

/**
 * Requests another link, as a person does who lost the first one. The sign-in page offers it until the address is
 * confirmed.
 */
async function anotherLink(page: Page, server: Server): Promise<string> {
  await server.linkMailedTo(BEN.email, "/console/verify-email");
  await page.getByRole("link", { name: "Sign in" }).click();
  await signIn(page, BEN);
  await page.getByRole("alert").getByText("Confirm your email address first").waitFor();
  await page.getByRole("button", { name: "Send the link again" }).click();
  // Links are counted, because two links of the same second are equal.
  return server.linkMailedTo(BEN.email, "/console/verify-email", 2);
}

async function datasetsOf(server: Server, secret: string): Promise<unknown> {
  return (await ask(server, secret, "datasets")).json();
}

async function statusOf(server: Server, secret: string, path: string): Promise<number> {
  return (await ask(server, secret, path)).status;
}

function ask({ url }: Server, secret: string, path: string): Promise<Response> {
  return fetch(`${url}/v1/${path}`, { headers: { authorization: `Bearer ${secret}` } });
}
