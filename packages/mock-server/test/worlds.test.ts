import { expect, test } from "vitest";
import { createSandbox, MockError } from "../src/index.ts";
import { createDataset, read, send } from "./calls.ts";

test("a thousand worlds work at the same time and are isolated", async () => {
  await using sandbox = await createSandbox();
  const worlds = await Promise.all(Array.from({ length: 1000 }, () => sandbox.newWorld()));
  const made = await Promise.all(
    worlds.map((world, index) => createDataset(world, `film ${index}`)),
  );
  await Promise.all(worlds.map((world, index) => world.clock.advance(1000 * index)));
  const seen = await Promise.all(
    worlds.map(async (world) => ({
      datasets: await read(world, "/v1/datasets"),
      keys: await read(world, "/v1/api-keys"),
      organizations: await read(world, "/v1/organizations"),
    })),
  );
  for (const [index, { datasets, keys, organizations }] of seen.entries()) {
    const world = worlds[index];
    expect(datasets.map(({ id }: { id: string }) => id)).toEqual([made[index].id]);
    expect(datasets[0].args.prompt).toBe(`film ${index}`);
    expect(keys.map(({ id }: { id: string }) => id)).toEqual([world?.apiKeyId]);
    expect(organizations.map(({ id }: { id: string }) => id)).toEqual(world?.organizationIds);
    expect(world?.journal.list()).toHaveLength(4);
  }
});

test("a key belongs to the world that issued it, and is unknown in others", async () => {
  await using sandbox = await createSandbox();
  const [one, other] = [await sandbox.newWorld(), await sandbox.newWorld()];
  const { secret: key } = await read(one, "/v1/api-keys", { body: { name: "CI" } });
  const { id } = await createDataset(one);
  expect((await read(one, "/v1/me", { key })).account.id).toBe(one.accountId);
  expect(await read(other, `/v1/datasets/${id}`)).toMatchObject({ code: "DATASET_NOT_FOUND" });
  const rotated = await read(one, `/v1/api-keys/${one.apiKeyId}/rotate`, { body: {} });
  expect((await read(other, "/v1/me", { key: rotated.secret })).account.id).toBe(one.accountId);
});

test("a key is accepted only as a Bearer token", async () => {
  await using sandbox = await createSandbox();
  const world = await sandbox.newWorld();
  const statusOf = async (authorization: string) =>
    (await send(world, "/_sandbox/journal", { headers: { authorization } })).status;
  expect(await statusOf(`bearer  ${world.apiKey}`)).toBe(200);
  for (const sent of [`Basic ${world.apiKey}`, world.apiKey, `Bearer ${world.apiKey}0`, "Bearer"]) {
    expect(await statusOf(sent)).toBe(401);
  }
});

test("a key that no world issued gets the service's error", async () => {
  await using one = await createSandbox();
  await using other = await createSandbox();
  const { apiKey: key } = await other.newWorld();
  expect(await read(one, "/v1/me", { key })).toMatchObject({
    code: "INVALID_API_KEY",
    reason: "unknown",
  });
});

test("a download needs no key, and goes to the world that issued its URL", async () => {
  await using sandbox = await createSandbox();
  const world = await sandbox.newWorld();
  const { id } = await createDataset(world);
  world.clock.advance("PT1H");
  const { URL: url, size } = await read(world, `/v1/datasets/${id}/urls/download`);
  const response = await sandbox.fetch(url);
  expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, size]);
  world.clock.advance("PT2H");
  expect((await sandbox.fetch(url)).status).toBe(410);
});

test("a world has the requested options", async () => {
  await using sandbox = await createSandbox();
  const rateLimit = { limit: 7, windowSeconds: 60 };
  const world = await sandbox.newWorld({ organizations: 3, credits: 5, rateLimit });
  const { organizations, apiKey } = await read(world, "/v1/me");
  expect(organizations.map(({ credits }: { credits: number }) => credits)).toEqual([5, 5, 5]);
  expect(new Set(organizations.map(({ id }: { id: string }) => id))).toEqual(
    new Set(world.organizationIds),
  );
  expect(apiKey.rateLimit).toEqual(rateLimit);
});

test("the first world has the well-known key, in every sandbox", async () => {
  await using one = await createSandbox();
  await using other = await createSandbox();
  expect([one.apiKey, one.organizationId]).toEqual([other.apiKey, other.organizationId]);
  await createDataset(one);
  expect(await read(one, "/v1/datasets")).toHaveLength(1);
  expect(await read(other, "/v1/datasets")).toHaveLength(0);
  const [organization] = await read(one, "/v1/organizations");
  expect(organization.id).toBe(one.organizationId);
});

test("beyond the maximum, the least recently used world is removed", async () => {
  await using sandbox = await createSandbox({ maxWorlds: 3 });
  const [one, two] = [await sandbox.newWorld(), await sandbox.newWorld()];
  await send(one, "/v1/me");
  const three = await sandbox.newWorld();
  const statuses = await Promise.all(
    [sandbox, one, two, three].map(async (world) => (await send(world, "/v1/me")).status),
  );
  expect(statuses).toEqual([200, 200, 401, 200]);
});

test("an invalid option is refused with a correction", async () => {
  await using sandbox = await createSandbox();
  for (const body of [{ credits: -1 }, { organizations: 0 }, { colour: "red" }, []]) {
    const response = await send(sandbox, "/_sandbox/worlds", { body });
    expect([response.status, (await response.json()).code]).toEqual([422, "VALIDATION_ERROR"]);
  }
  await expect(sandbox.newWorld({ credits: 1.5 })).rejects.toThrow(MockError);
});

test("a value in an error message is short, however long or deep it was", async () => {
  await using sandbox = await createSandbox();
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  for (const value of [deep, JSON.stringify("9".repeat(100_000))]) {
    for (const [path, name] of [
      ["clock", "advance"],
      ["clock", "set"],
      ["worlds", "seed"],
      ["sessions", "accountId"],
    ]) {
      const init = { method: "POST", body: `{"${name}":${value}}` };
      const response = await sandbox.fetch(`/_sandbox/${path}`, init);
      const { detail } = await response.json();
      expect([response.status, detail.length < 400], detail.slice(0, 400)).toEqual([422, true]);
    }
  }
});

test("the name of a method of every object is not a method of a control", async () => {
  await using sandbox = await createSandbox();
  expect((await send(sandbox, "/_sandbox/clock", { method: "toString" })).status).toBe(405);
});

test("after a reset, the sandbox is the new first world", async () => {
  await using sandbox = await createSandbox();
  const { accountId } = sandbox;
  sandbox.clock.freeze();
  await send(sandbox, "/v1/me");
  expect((await send(sandbox, "/_sandbox/worlds", { method: "DELETE" })).status).toBe(204);
  expect([sandbox.clock.isFrozen(), sandbox.journal.list()]).toEqual([false, []]);
  sandbox.clock.set("2027-01-01T00:00:00Z");
  sandbox.faults.add({ action: "status", status: 503, times: 1 });
  expect((await read(sandbox, "/_sandbox/clock")).now).toMatch(/^2027-01-01T00:00/);
  expect((await send(sandbox, "/v1/me")).status).toBe(503);
  const session = { cookie: sandbox.session() };
  expect((await sandbox.fetch("/v1/organizations", { headers: session })).status).toBe(200);
  expect(sandbox.accountId).not.toBe(accountId);
  expect(await read(sandbox, "/_sandbox/worlds")).toMatchObject({ accountId: sandbox.accountId });
});
