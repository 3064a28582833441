import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { newWorld } from "./world.ts";

test("an email address whose confirmation the server did not answer can be confirmed again", async () => {
  const { page } = await openPage(await newWorld(), "/console/nowhere");
  const isBroken = { now: true };
  await page.route("**/auth/verify-email?*", (route) =>
    isBroken.now ? route.fulfill({ status: 503 }) : route.fulfill({ json: { status: true } }),
  );
  await page.goto("/console/verify-email#token=x");
  await page.getByText("The server answered with the status 503.").waitFor();
  isBroken.now = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Email address confirmed" }).waitFor();
});

test("advice about scopes whose usage could not be loaded is an error, until it is loaded again", async () => {
  const world = await newWorld();
  const { page } = await openPage(world, "/console/nowhere");
  const isBroken = { now: true };
  await page.route(/\/usage\?/, (route) =>
    isBroken.now ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await page.goto("/console/api-keys/advice");
  const retry = page.getByRole("alert").getByRole("button", { name: "Try again" });
  await retry.waitFor();
  expect(await page.getByText("No unused scopes").count()).toBe(0);
  isBroken.now = false;
  await retry.click();
  await page.getByText("No unused scopes").waitFor();
});

test("an address with something that cannot be an id belongs to no page, and one of an unknown key says so", async () => {
  const { page } = await openPage(await newWorld(), "/console/api-keys/abc");
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  await page.getByRole("link", { name: "Go to your API keys" }).click();
  await page.getByRole("heading", { name: "API keys" }).waitFor();
  await page.goto("/console/api-keys/01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2");
  await page.getByRole("alert").getByText("It does not exist, or you cannot see it.").waitFor();
});

test("a page of which one request got no response loads without help", async () => {
  const world = await newWorld();
  await world.send("/v1/api-keys", { body: { name: "CI" } });
  const { page } = await openPage(world, "/console/nowhere");
  await page.route("**/v1/api-keys?*", (route) => route.abort(), { times: 1 });
  await page.goto("/console/api-keys");
  await page.getByRole("link", { name: "CI" }).waitFor();
});
