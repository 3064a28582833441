import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { startReceiver } from "./receiver.ts";
import { newEndpoint, pagePath } from "./webhook-endpoints.ts";
import { newWorld } from "./world.ts";

test("a delivery shows each attempt, and is sent again by Replay", async () => {
  const [world, receiver] = await Promise.all([newWorld(), startReceiver()]);
  const { id } = await newEndpoint(world, receiver.url);
  receiver.answerWith(503);
  const { page, complaints } = await openPage(world, `${pagePath(world)}/${id}`);
  await page.getByRole("button", { name: "Send test event" }).click();
  const row = page.getByRole("table", { name: "Deliveries" }).getByRole("row").nth(1);
  await row.getByText("The endpoint answered with 503.").waitFor();
  await row.getByText("next attempt within a minute").waitFor();
  receiver.answerWith(204);
  const details = row.getByRole("button", { name: "Details of webhook.test" });
  await details.click();
  const dialog = page.getByRole("dialog", { name: "Delivery of webhook.test" });
  const attempts = dialog.getByRole("table", { name: "Attempts" }).getByRole("row");
  await expect.poll(() => attempts.count()).toBe(2);
  expect(await dialog.getByRole("region", { name: "body" }).innerText()).toContain(
    '"type": "webhook.test"',
  );
  await dialog.getByRole("button", { name: "Replay" }).click();
  await dialog.getByText("Delivered").waitFor();
  await attempts
    .nth(1)
    .getByText(/204 in \d+ ms/)
    .waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await expect
    .poll(() => details.evaluate((element) => element === document.activeElement))
    .toBe(true);
  await row.getByRole("button", { name: "Replay webhook.test" }).click();
  await expect.poll(() => receiver.received.length).toBe(3);
  await row.getByText("3 attempts").waitFor();
  const ids = new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
  expect(ids.size).toBe(1);
  expect(complaints).toEqual([]);
});

test("a receiver that answers with 410 disables its endpoint, and the page says so; it is replayed from the list of failed ones", async () => {
  const [world, receiver] = await Promise.all([newWorld(), startReceiver()]);
  const { id } = await newEndpoint(world, receiver.url);
  receiver.answerWith(410);
  const { page } = await openPage(world, `${pagePath(world)}/${id}`);
  await page.getByRole("button", { name: "Send test event" }).click();
  await page.getByRole("table", { name: "Deliveries" }).getByText("Failed").waitFor();
  await page.getByText("Disabled by 410").waitFor();
  await page.getByText("It answered with 410").waitFor();
  await page.getByRole("button", { name: "Enable" }).click();
  await page.getByText("Enabled", { exact: true }).waitFor();
  receiver.answerWith(204);
  await page.getByLabel("Failed").check();
  await page.getByRole("button", { name: "Details of webhook.test" }).click();
  const dialog = page.getByRole("dialog", { name: "Delivery of webhook.test" });
  await dialog.getByText("Failed").waitFor();
  await dialog.getByRole("button", { name: "Replay" }).click();
  await dialog.getByText("Pending").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("No delivery has failed").waitFor();
});

test("more deliveries are loaded than one page has", async () => {
  const world = await newWorld();
  const { id } = await newEndpoint(world, "http://127.0.0.1:9/", ["api_key.rotated"]);
  for (let count = 0; count < 55; count += 1) {
    const key = await world.send("/v1/api-keys", { body: { name: `Key ${count}` } });
    await world.send(`/v1/api-keys/${key.id}/rotate`, { body: {} });
  }
  const { page } = await openPage(world, `${pagePath(world)}/${id}`);
  await page.getByText("The newest 50 deliveries").waitFor();
  await page.mouse.wheel(0, 10_000);
  await page.getByText("55 deliveries", { exact: true }).waitFor();
});
