import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { newWorld } from "./world.ts";

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
  await section.getByRole("alert").getByText("You are offline").waitFor();
  expect(await policy()).toBe("revoke");
  expect(await section.getByLabel("Disable the key").isChecked()).toBe(true);
  await save.click();
  await page.getByText("Saved.").waitFor();
  expect(await policy()).toBe("disable");
  await fetch(`${world.origin}/v1/api-keys/leaks`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ apiKey: key.secret }),
  });
  expect((await world.send("/v1/me", { key: key.secret })).code).toBe("API_KEY_DISABLED");
  await page.reload();
  await section.getByLabel("Disable the key").waitFor();
  expect(await section.getByLabel("Disable the key").isChecked()).toBe(true);
  expect(complaints).toEqual([]);
});
