import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { gate } from "./gate.ts";
import { settled } from "./settled.ts";
import { newWorld } from "./world.ts";

test("the page of an organization shows what changed its credits, and who", async () => {
  const world = await newWorld();
  const { organizationId } = world;
  const { secret } = await world.send("/v1/api-keys", { body: { name: "Nightly training" } });
  const [model] = await world.send("/v1/models");
  const args = { prompt: "fail: on purpose" };
  const failing = { modelId: model.id, numSamples: 7, organizationId, args };
  const { id } = await world.send("/v1/datasets", { body: failing, key: secret });
  await world.advance("PT1H");
  const { page, complaints } = await openPage(world, `/console/organizations/${organizationId}`);
  const table = page.getByRole("table", { name: "The last 20 changes of the credits" });
  await table.getByText("Refund of a dataset").waitFor();
  await settled(page);
  const rows = table.getByRole("row");
  const texts = async (): Promise<string[]> => (await rows.allInnerTexts()).slice(1);
  const [refund, dataset, grant] = await texts();
  expect(refund).toMatch(/^Refund of a dataset\s+the service\s.*\s\+7$/s);
  expect(dataset).toMatch(/^Dataset\s+Nightly training \(….{4}\)\s.*\s-7$/s);
  expect(grant).toMatch(/^The first credits .*\s+an operator of the service\s.*\s\+10,000$/s);
  await table.getByRole("link", { name: "Refund of a dataset" }).click();
  await page.waitForURL(`**/console/datasets/${id}`);
  expect(complaints).toEqual([]);
});

test("a key is said to be of another person only once the person's own keys are loaded", async () => {
  const world = await newWorld();
  const { organizationId } = world;
  const [model] = await world.send("/v1/models");
  const body = { modelId: model.id, numSamples: 7, organizationId, args: { prompt: "A film" } };
  await world.send("/v1/datasets", { body });
  const accountId = world.people[1]?.accountId ?? "";
  const { page } = await openPage(world, "/console/nowhere", { accountId });
  const [arrival, release] = gate();
  await page.route("**/v1/api-keys?*", async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto(`/console/organizations/${organizationId}`);
  const table = page.getByRole("table", { name: "The last 20 changes of the credits" });
  await table.getByRole("cell", { name: "an API key", exact: true }).waitFor();
  release();
  await table.getByRole("cell", { name: "an API key of another person" }).waitFor();
});

test("an owner sets when credits are low, and turns it off; a member sees it", async () => {
  const world = await newWorld();
  const path = `/console/organizations/${world.organizationId}`;
  const threshold = async () =>
    (await world.send(`/v1/organizations/${world.organizationId}`)).lowCreditsThreshold;
  const { page, complaints } = await openPage(world, path);
  const field = page.getByLabel("Tell the owners when fewer credits are left");
  const save = page.locator("form", { has: field }).getByRole("button", { name: "Save" });
  await field.fill("many");
  await save.click();
  await page.getByText("Enter a whole number").waitFor();
  await field.fill("1500");
  await save.click();
  await page.getByText("told when fewer than 1,500 credits are left").waitFor();
  expect(await threshold()).toBe(1500);
  await page.reload();
  expect(await field.inputValue()).toBe("1,500");
  const accountId = world.people[1]?.accountId ?? "";
  const member = await openPage(world, path, { accountId });
  await member.page.getByText("told when fewer than 1,500 credits are left").waitFor();
  expect(await member.page.getByLabel("Tell the owners").count()).toBe(0);
  await field.fill("");
  await save.click();
  await page.getByText("The owners are not told").waitFor();
  expect(await threshold()).toBeNull();
  expect([complaints, member.complaints]).toEqual([[], []]);
});
