import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { queryCacheOf, storageOf } from "./kept-by-browser.ts";
import { tabTo } from "./tab-to.ts";
import { newWorld, type World } from "./world.ts";

const SECRET = /^sinkove_test_[0-9A-Za-z]{38}$/;

async function secretOn(page: Page): Promise<string> {
  const secret = await page.locator("[data-secret]").innerText();
  expect(secret).toMatch(SECRET);
  return secret;
}

async function generate(page: Page, name: string): Promise<string> {
  await page.getByRole("link", { name: "Generate Key" }).first().click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Training pipeline").check();
  await page.getByRole("button", { name: "Generate Key" }).click();
  return secretOn(page);
}

async function worksAgainst({ origin }: World, secret: string): Promise<number> {
  const headers = { authorization: `Bearer ${secret}` };
  return (await fetch(`${origin}/v1/datasets`, { headers })).status;
}

test("a person generates a key with the mouse, and tries it", async () => {
  const world = await newWorld();
  const { page, complaints } = await openPage(world, "/console");
  const secret = await generate(page, "Training on the cluster");
  expect(await worksAgainst(world, secret)).toBe(200);
  await page.getByRole("button", { name: "Try the key" }).click();
  await page.getByText("The key works").waitFor();
  await page.getByRole("tab", { name: "curl" }).click();
  expect(await page.getByRole("region", { name: "curl command" }).innerText()).toBe(
    `curl -X GET "${world.origin}/datasets" \\\n  -H "Authorization: Bearer ${secret}" \\\n  -H "Content-Type: application/json"`,
  );
  await page.getByRole("tab", { name: "Python" }).click();
  const python = await page.getByRole("region", { name: "Python program" }).innerText();
  expect(python).toContain("import sinkove as sk");
  expect(python).toContain(`sk.client("${secret}"`);
  expect(complaints).toEqual([]);
});

test("a person generates a key with the keyboard alone", async () => {
  const world = await newWorld();
  const { page, complaints } = await openPage(world, "/console");
  await tabTo(page, page.getByRole("link", { name: "Generate Key" }).first());
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: "Name", exact: true }));
  await page.keyboard.type("CI");
  await tabTo(page, page.getByLabel("Read datasets"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "Generate Key" }));
  await page.keyboard.press("Enter");
  const secret = await secretOn(page);
  expect(await worksAgainst(world, secret)).toBe(200);
  await tabTo(page, page.getByRole("tab", { name: ".env" }));
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("region", { name: "curl command" }).innerText()).toContain(secret);
  await tabTo(page, page.getByRole("link", { name: "I have stored it" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "CI", level: 1 }).waitFor();
  expect(complaints).toEqual([]);
});

test("the browser keeps the secret nowhere, and shows it once", async () => {
  const world = await newWorld();
  const { page, context } = await openPage(world, "/console/api-keys");
  const urls: string[] = [];
  context.on("request", (request) => urls.push(request.url()));
  const secret = await generate(page, "Once");
  const tail = secret.slice(20);
  expect(await queryCacheOf(page)).not.toContain(tail);
  expect(await storageOf(page)).not.toContain(tail);
  expect(urls.join()).not.toContain(tail);
  await page.getByRole("link", { name: "I have stored it" }).click();
  await page.getByRole("heading", { name: "Once", level: 1 }).waitFor();
  expect(await page.content()).not.toContain(tail);
  await page.goBack();
  await page.getByRole("heading", { name: "API keys", level: 1 }).waitFor();
  expect(await page.content()).not.toContain(tail);
  await page.goForward();
  await page.reload();
  await page.getByRole("heading", { name: "Once", level: 1 }).waitFor();
  expect(await page.content()).not.toContain(tail);
  expect((await queryCacheOf(page)) + (await storageOf(page))).not.toContain(tail);
});

test("a reload instead of the button forgets the secret too", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/api-keys");
  const secret = await generate(page, "Reloaded");
  await page.reload();
  await page.getByRole("heading", { name: "Generate a key" }).waitFor();
  expect(await page.content()).not.toContain(secret.slice(20));
});

test("a form that is sent again after a lost response generates one key", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/api-keys/new");
  let sent = 0;
  await page.route("**/v1/api-keys", async (route) => {
    if (route.request().method() !== "POST" || sent++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("CI");
  const send = page.getByRole("button", { name: "Generate Key" });
  await send.click();
  await page.getByRole("alert").waitFor();
  await send.click();
  const secret = await secretOn(page);
  expect(await worksAgainst(world, secret)).toBe(200);
  const keys: { name: string }[] = await world.send("/v1/api-keys");
  expect(keys.filter(({ name }) => name === "CI")).toHaveLength(1);
});
