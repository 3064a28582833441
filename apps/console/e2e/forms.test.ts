import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { settled } from "./settled.ts";
import { newWorld } from "./world.ts";

/** The label of the group of the focused input, and the text that describes the group. */
function focused(page: Page): Promise<{ isInput: boolean; described: string }> {
  return page.evaluate(() => {
    const group = document.activeElement?.closest("[role=group]");
    const ids = group?.getAttribute("aria-describedby")?.split(" ") ?? [];
    return {
      isInput: document.activeElement instanceof HTMLInputElement,
      described: ids.map((id) => document.getElementById(id)?.textContent).join(" "),
    };
  });
}

test("the focus moves to a group of checkboxes of which none is chosen", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/api-keys/new");
  const send = page.getByRole("button", { name: "Generate Key" });
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("CI");
  await page.getByLabel("Only some").check();
  await send.click();
  await page.getByText("Choose one organization or more.").waitFor();
  expect(await focused(page)).toEqual({
    isInput: true,
    described: expect.stringContaining("Choose one organization or more."),
  });
  await page.getByLabel("Radiology").check();
  await page.getByLabel("Custom").check();
  for (const scope of await page.getByRole("checkbox", { name: ":" }).all()) await scope.uncheck();
  await send.click();
  await page.getByText("Choose one scope or more.").waitFor();
  expect(await focused(page)).toEqual({
    isInput: true,
    described: expect.stringContaining("Choose one scope or more."),
  });
});

test("the focus moves to a date that is missing", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/api-keys/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("CI");
  await page.getByLabel("On a date").check();
  await page.getByRole("button", { name: "Generate Key" }).click();
  await page.getByText("Choose a date.").waitFor();
  const label = page.getByLabel("Last day");
  expect(await label.evaluate((input) => input === document.activeElement)).toBe(true);
});

test("the focus moves to the events of a webhook endpoint if none is chosen", async () => {
  const world = await newWorld();
  const path = `/console/organizations/${world.organizationId}/webhooks/new`;
  const { page } = await openPage(world, path);
  await page.getByRole("textbox", { name: "URL" }).fill("https://hooks.example.org/");
  for (const type of await page.getByRole("checkbox").all()) await type.uncheck();
  await page.getByRole("button", { name: "Create endpoint" }).click();
  await page.getByText("Choose one type or more.").waitFor();
  expect((await focused(page)).isInput).toBe(true);
});

/** Returns to the page later, when it loads its data again. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 3_600_000;
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await settled(page);
}

test("a form changes only what was changed in it, not what was changed elsewhere meanwhile", async () => {
  const world = await newWorld();
  const path = `/v1/api-keys/${(await world.send("/v1/api-keys", { body: { name: "CI" } })).id}`;
  const { page } = await openPage(world, `${path.replace("/v1", "/console")}/edit`);
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("CI of the cluster");
  await world.send(path, { method: "PATCH", body: { scopes: ["datasets:read"] } });
  await comeBack(page);
  expect(await name.inputValue()).toBe("CI of the cluster");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "CI of the cluster", level: 1 }).waitFor();
  expect(await world.send(path)).toMatchObject({
    name: "CI of the cluster",
    scopes: ["datasets:read"],
  });
});

test("the form of a webhook endpoint does the same", async () => {
  const world = await newWorld();
  const endpoints = `/organizations/${world.organizationId}/webhook-endpoints`;
  const body = { url: "http://127.0.0.1:9/a" };
  const { id } = await world.send(`/v1${endpoints}`, { body });
  const console = `/console/organizations/${world.organizationId}/webhooks/${id}`;
  const { page } = await openPage(world, `${console}/edit`);
  await page.getByRole("textbox", { name: "URL" }).fill("http://127.0.0.1:9/b");
  const path = `/v1${endpoints}/${id}`;
  await world.send(path, { method: "PATCH", body: { events: ["dataset.ready"] } });
  await comeBack(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(`**${console}`);
  expect(await world.send(path)).toMatchObject({
    url: "http://127.0.0.1:9/b",
    events: ["dataset.ready"],
  });
});

test("settings that are not being changed follow changes that are made elsewhere", async () => {
  const world = await newWorld();
  const organization = `/organizations/${world.organizationId}`;
  const { page } = await openPage(world, `/console${organization}`);
  const threshold = page.getByLabel("Tell the owners when fewer credits are left");
  await threshold.waitFor();
  const body = { leakPolicy: "notify", lowCreditsThreshold: 50 };
  await world.send(`/v1${organization}`, { method: "PATCH", body });
  await comeBack(page);
  expect(await threshold.inputValue()).toBe("50");
  expect(await page.getByLabel("Only send the emails").isChecked()).toBe(true);
  await threshold.fill("70");
  await world.send(`/v1${organization}`, { method: "PATCH", body: { lowCreditsThreshold: 60 } });
  await comeBack(page);
  expect(await threshold.inputValue()).toBe("70");
});

test("a key whose name is shown differently than it is written can be revoked", async () => {
  const world = await newWorld();
  const { id } = await world.send("/v1/api-keys", { body: { name: "Ana\u0301lise  noturna" } });
  const { page } = await openPage(world, `/console/api-keys/${id}`);
  await page.getByRole("button", { name: "Revoke" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("An\u00e1lise noturna");
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("Revoked", { exact: true }).first().waitFor();
});

test("a key that is pasted into the search is found, and not kept in the address", async () => {
  const world = await newWorld();
  await world.send("/v1/api-keys", { body: { name: "Other" } });
  const { secret } = await world.send("/v1/api-keys", { body: { name: "Leaked" } });
  const { page } = await openPage(world, "/console/api-keys");
  await page.getByRole("searchbox").fill(` ${secret}`);
  await page.getByRole("link", { name: "Other" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Leaked" }).waitFor();
  expect(page.url()).not.toContain(secret.slice(20));
  expect(await page.getByRole("searchbox").inputValue()).toMatch(/^sinkove_test_\w{4}…\w{4}$/);
});

test("an address with invalid filters opens the page without them", async () => {
  const world = await newWorld();
  const { page, complaints } = await openPage(world, "/console/requests?occurredAfter=x");
  await settled(page);
  expect(await page.getByLabel("From").inputValue()).toBe("");
  await page.goto("/console/api-keys?search=%7B%22a%22:1%7D&show=7");
  await page.getByRole("link", { name: "First key" }).waitFor();
  expect(complaints).toEqual([]);
});
