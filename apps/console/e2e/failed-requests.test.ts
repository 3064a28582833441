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
