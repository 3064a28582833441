import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsInAllViews, faultsInBothColours } from "./axe.ts";
import { openPage } from "./browser.ts";
import { queryCacheOf, storageOf } from "./kept-by-browser.ts";
import { isSignedWith, startReceiver } from "./receiver.ts";
import { tabTo } from "./tab-to.ts";
import { apiPath, newEndpoint, pagePath, secretOn } from "./webhook-endpoints.ts";
import { newWorld } from "./world.ts";

function heading(page: Page, name: string): Promise<void> {
  return page.getByRole("heading", { name, level: 1 }).waitFor();
}

test("an owner creates an endpoint, and sends it a test event that is signed with the secret", async () => {
  const [world, receiver] = await Promise.all([newWorld(), startReceiver()]);
  const { page, complaints } = await openPage(
    world,
    `/console/organizations/${world.organizationId}`,
  );
  await page.getByRole("link", { name: "Manage webhooks" }).click();
  await page.getByText("No webhook endpoints").waitFor();
  await page.getByRole("link", { name: "Create endpoint" }).first().click();
  await page.getByRole("textbox", { name: "URL" }).fill(receiver.url);
  await page.getByLabel("credits.low").uncheck();
  await page.getByRole("button", { name: "Create endpoint" }).click();
  await heading(page, "Copy the secret");
  const secret = await secretOn(page);
  await page.getByRole("link", { name: "I have stored it" }).click();
  await heading(page, new URL(receiver.url).host);
  const [endpoint] = await world.send(apiPath(world));
  expect(endpoint.url).toBe(receiver.url);
  expect(endpoint.events).toHaveLength(7);
  expect(endpoint.events).not.toContain("credits.low");
  await page.getByRole("button", { name: "Send test event" }).click();
  const row = page.getByRole("table", { name: "Deliveries" }).getByRole("row").nth(1);
  await row.getByText("Delivered").waitFor();
  expect(await row.innerText()).toMatch(/^webhook\.test\s.*204 in \d+ ms\s+1 attempt\s/s);
  await page.getByLabel("Failed").check();
  await page.getByText("No delivery has failed").waitFor();
  await page.getByRole("button", { name: "Send test event" }).click();
  await expect.poll(() => page.getByLabel("All", { exact: true }).isChecked()).toBe(true);
  await page.getByText("2 deliveries").waitFor();
  await row.getByText("Delivered").waitFor();
  await page.getByLabel("Delivered").check();
  await page.getByText("2 deliveries").waitFor();
  const [first] = receiver.received;
  expect(JSON.parse(first?.body ?? "")).toMatchObject({ type: "webhook.test" });
  expect(first && isSignedWith(secret, first)).toBe(true);
  expect(complaints).toEqual([]);
});

test("the browser keeps the secret of an endpoint nowhere, and shows it once", async () => {
  const world = await newWorld();
  const { id } = await newEndpoint(world, "http://127.0.0.1:9/");
  const { page, context } = await openPage(world, `${pagePath(world)}/${id}`);
  const addresses: string[] = [];
  context.on("request", (request) => addresses.push(request.url()));
  await page.getByRole("link", { name: "Rotate secret" }).click();
  await page.getByLabel("1 hour").check();
  await page.getByRole("button", { name: "Rotate secret" }).click();
  await heading(page, "Copy the new secret");
  const secret = await secretOn(page);
  expect(await faultsInBothColours(page)).toEqual([]);
  const isKept = async (): Promise<boolean> =>
    `${await queryCacheOf(page)}${await storageOf(page)}${addresses}`.includes(secret.slice(6));
  expect(await isKept()).toBe(false);
  await page.getByRole("link", { name: "I have stored it" }).click();
  await page.getByText("also signs deliveries").waitFor();
  expect(await page.content()).not.toContain(secret.slice(6));
  await page.goBack();
  await heading(page, "127.0.0.1:9");
  await page.reload();
  await heading(page, "127.0.0.1:9");
  expect(await page.content()).not.toContain(secret.slice(6));
  expect(await isKept()).toBe(false);
});

test("during the grace period of a rotation, a delivery is signed with both secrets", async () => {
  const [world, receiver] = await Promise.all([newWorld(), startReceiver()]);
  const old = await newEndpoint(world, receiver.url);
  const { page } = await openPage(world, `${pagePath(world)}/${old.id}/rotate`);
  await page.getByRole("button", { name: "Rotate secret" }).click();
  await heading(page, "Copy the new secret");
  const secret = await secretOn(page);
  await page.getByRole("link", { name: "I have stored it" }).click();
  await page.getByRole("button", { name: "Send test event" }).click();
  await page.getByRole("table", { name: "Deliveries" }).getByText("Delivered").waitFor();
  const [delivered] = receiver.received;
  if (!delivered) throw new Error("Nothing was received.");
  expect([secret, old.secret].map((each) => isSignedWith(each, delivered))).toEqual([true, true]);
});

test("what was entered survives an error, which is shown at its field", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, `${pagePath(world)}/new`);
  const url = page.getByRole("textbox", { name: "URL" });
  const create = page.getByRole("button", { name: "Create endpoint" });
  await url.fill("hooks.example.com");
  await create.click();
  await page.getByText("Enter a URL that begins with https://.").waitFor();
  expect(await url.evaluate((element) => element === document.activeElement)).toBe(true);
  await url.fill("https://ada:secret@hooks.example.com/");
  await page.getByLabel("dataset.ready").uncheck();
  await create.click();
  await page.getByRole("alert").getByText("Must have no user name and no password").waitFor();
  expect(await url.getAttribute("aria-invalid")).toBe("true");
  expect(await url.inputValue()).toBe("https://ada:secret@hooks.example.com/");
  expect(await page.getByLabel("dataset.ready").isChecked()).toBe(false);
  expect(await faultsInBothColours(page)).toEqual([]);
  for (const type of await page.getByRole("checkbox").all()) await type.uncheck();
  await create.click();
  await page.getByText("Choose one type or more.").waitFor();
  expect(await world.send(apiPath(world))).toEqual([]);
});

test("an organization with as many endpoints as it can have gets no other, and the form says so", async () => {
  const world = await newWorld();
  for (let count = 0; count < 20; count += 1)
    await newEndpoint(world, `https://a.example/${count}`);
  const { page } = await openPage(world, pagePath(world));
  await page.getByRole("table", { name: "Webhook endpoints" }).waitFor();
  await page.getByRole("link", { name: "Create endpoint" }).click();
  await page.getByRole("textbox", { name: "URL" }).fill("https://a.example/21");
  await page.getByRole("button", { name: "Create endpoint" }).click();
  await page.getByRole("alert").getByText("Webhook endpoint limit reached").waitFor();
  expect(await page.getByRole("textbox", { name: "URL" }).inputValue()).toBe(
    "https://a.example/21",
  );
});

test("an owner changes, disables, enables and deletes an endpoint", async () => {
  const world = await newWorld();
  const { id } = await newEndpoint(world, "https://before.example/");
  const now = () => world.send(`${apiPath(world)}/${id}`);
  const { page, complaints } = await openPage(world, `${pagePath(world)}/${id}`);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "URL" }).fill("https://after.example/");
  await page.getByLabel("api_key.leaked").check();
  await page.getByRole("button", { name: "Save" }).click();
  await heading(page, "after.example");
  expect(await now()).toMatchObject({
    url: "https://after.example/",
    events: ["dataset.ready", "api_key.leaked"],
  });
  await page.getByRole("button", { name: "Disable" }).click();
  await page.getByText("Nothing is sent to this endpoint").waitFor();
  expect(await page.getByRole("button", { name: "Send test event" }).count()).toBe(0);
  expect((await now()).enabled).toBe(false);
  expect(await faultsInAllViews(page)).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Send test event" }).waitFor();
  expect((await now()).enabled).toBe(true);
  const remove = page.getByRole("button", { name: "Delete" });
  await remove.click();
  const dialog = page.getByRole("dialog", { name: "Delete after.example?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect
    .poll(() => remove.evaluate((element) => element === document.activeElement))
    .toBe(true);
  await remove.click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page.getByText("No webhook endpoints").waitFor();
  expect((await now()).code).toBe("WEBHOOK_ENDPOINT_NOT_FOUND");
  await page.goto(`${pagePath(world)}/${id}`);
  await page.getByRole("alert").getByText("Webhook endpoint not found").waitFor();
  expect(complaints).toEqual([]);
});

test("an owner creates an endpoint, tests it and looks at the delivery with the keyboard alone", async () => {
  const [world, receiver] = await Promise.all([newWorld(), startReceiver()]);
  const { page, complaints } = await openPage(world, pagePath(world));
  const press = async (role: "link" | "button", name: string): Promise<void> => {
    await tabTo(page, page.getByRole(role, { name }).first());
    await page.keyboard.press("Enter");
  };
  await press("link", "Create endpoint");
  await tabTo(page, page.getByRole("textbox", { name: "URL" }));
  await page.keyboard.type(receiver.url);
  await tabTo(page, page.getByLabel("credits.low"));
  await page.keyboard.press("Space");
  await press("button", "Create endpoint");
  await heading(page, "Copy the secret");
  await press("link", "I have stored it");
  await press("button", "Send test event");
  await page.getByRole("table", { name: "Deliveries" }).getByText("Delivered").waitFor();
  await press("button", "Details of webhook.test");
  await page.getByRole("dialog").getByText("Attempts").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await press("button", "Replay webhook.test");
  await expect.poll(() => receiver.received.length).toBe(2);
  expect(complaints).toEqual([]);
});

test("a member sees no webhooks, and how leaked keys are dealt with", async () => {
  const world = await newWorld();
  const people = await world.send(`/v1/organizations/${world.organizationId}/members`);
  const { accountId } = people.find(({ role }: { role: string }) => role === "member");
  const { page } = await openPage(world, pagePath(world), { accountId });
  await page.getByRole("alert").getByText("Permission denied").waitFor();
  expect(await page.getByRole("link", { name: "Create endpoint" }).count()).toBe(0);
  await page.goto(`/console/organizations/${world.organizationId}`);
  await page.getByText("If a key that reaches this organization leaks, it is revoked.").waitFor();
  expect(await page.getByRole("link", { name: "Manage webhooks" }).count()).toBe(0);
  expect(await page.getByRole("radio").count()).toBe(0);
});
