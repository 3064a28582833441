import { expect, test } from "vitest";
import { faultsInBothColours } from "./axe.ts";
import { openPage } from "./browser.ts";
import { newWorld, type World } from "./world.ts";

/** Reports a key as anybody can. */
async function reportLeak(
  { origin }: World,
  { secret }: { readonly secret: string },
): Promise<void> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ apiKey: secret });
  const { status } = await fetch(`${origin}/v1/api-keys/leaks`, { method: "POST", headers, body });
  expect(status).toBe(202);
}

test("an owner chooses what happens to leaked keys, and it happens", async () => {
  const world = await newWorld();
  const organization = `/v1/organizations/${world.organizationId}`;
  const policy = async () => (await world.send(organization)).leakPolicy;
  const key = await world.send("/v1/api-keys", { body: { name: "Leaked" } });
  const { page, complaints } = await openPage(
    world,
    `/console/organizations/${world.organizationId}`,
  );
  const section = page.getByRole("region", { name: "Leaked keys" });
  expect(await section.getByLabel("Revoke the key").isChecked()).toBe(true);
  await section.getByLabel("Disable the key").check();
  const save = section.getByRole("button", { name: "Save" });
  await page.route(`**${organization}`, (route) => route.abort(), { times: 1 });
  await save.click();
  await section.getByRole("alert").getByText("No connection to Sinkove").waitFor();
  expect(await policy()).toBe("revoke");
  expect(await section.getByLabel("Disable the key").isChecked()).toBe(true);
  await save.click();
  await page.getByText("Saved.").waitFor();
  expect(await policy()).toBe("disable");
  await reportLeak(world, key);
  expect((await world.send("/v1/me", { key: key.secret })).code).toBe("API_KEY_DISABLED");
  await page.reload();
  await section.getByLabel("Disable the key").waitFor();
  expect(await section.getByLabel("Disable the key").isChecked()).toBe(true);
  expect(complaints).toEqual([]);
});

test("the keys that a leaked key created are shown on its page, and revoked together", async () => {
  const world = await newWorld();
  const create = async (name: string, key?: string) =>
    world.send("/v1/api-keys", { ...(key !== undefined && { key }), body: { name } });
  const leaked = await create("Leaked");
  const child = await create("Made with it", leaked.secret);
  const grandchild = await create("Made with that", child.secret);
  const successor = await world.send(`/v1/api-keys/${leaked.id}/rotate`, { body: {} });
  const { page, complaints } = await openPage(world, `/console/api-keys/${leaked.id}`);
  const section = page.getByRole("region", { name: "Keys it created" });
  await section.getByRole("link", { name: "Made with that" }).waitFor();
  expect(await section.getByRole("button", { name: "Revoke all" }).count()).toBe(0);
  await reportLeak(world, leaked);
  await page.route("**/v1/api-keys?*", (route) => route.abort());
  await page.reload();
  await section.getByRole("alert").getByText("No connection to Sinkove").waitFor();
  expect(await section.getByRole("button", { name: "Revoke all" }).count()).toBe(0);
  await page.unroute("**/v1/api-keys?*");
  await section.getByRole("button", { name: "Try again" }).click();
  await section.getByText("This key was revoked, but keys that it created still work").waitFor();
  await section.getByRole("link", { name: "Made with that" }).waitFor();
  expect(await section.getByRole("row").count()).toBe(3);
  expect(await faultsInBothColours(page)).toEqual([]);
  await section.getByRole("button", { name: "Revoke all" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke 2 keys?" });
  await dialog.getByRole("button", { name: "Revoke all" }).click();
  await page.getByText("Revoked 2 keys.").waitFor();
  await section.waitFor({ state: "detached" });
  const codeFor = async ({ secret }: { secret: string }) =>
    (await world.send("/v1/me", { key: secret })).code;
  expect([await codeFor(child), await codeFor(grandchild)]).toEqual([
    "API_KEY_REVOKED",
    "API_KEY_REVOKED",
  ]);
  expect(await codeFor(successor)).toBeUndefined();
  expect(complaints).toEqual([]);
});
