import { expect, it } from "vitest";
import type { World } from "./client.ts";
import { onEachStore } from "./stores.ts";

const MOST_KEYS = 500;

/** Fills the account up to a number of keys. */
async function fillUp({ store, accountId, apiKeyId }: World, count: number): Promise<void> {
  await store.write({ accountId }, async (writer) => {
    const first = await writer.findApiKey(accountId, apiKeyId);
    if (!first) throw new Error("The first key is gone.");
    for (let made = 1; made < count; made++) {
      const id = crypto.randomUUID();
      await writer.insertApiKey({ ...first, id, hash: `hash of ${id}` });
    }
  });
}

onEachStore(({ world: openWorld }) => {
  const create = (world: World) => world.call("createApiKey", { body: { name: "One more" } });

  it("allows an account at most 500 keys, even if many are created at once", async () => {
    const world = await openWorld();
    await fillUp(world, MOST_KEYS - 1);
    const replies = await Promise.all(Array.from({ length: 20 }, () => create(world)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = replies.filter(({ body }) => body.code === "API_KEY_LIMIT_REACHED");
    expect(refused).toHaveLength(19);
    expect(refused[0]?.status).toBe(409);
  }, 60_000);

  it("does not count revoked or expired keys, but counts disabled ones", async () => {
    const world = await openWorld();
    const { call, advance, now } = world;
    const path = { apiKeyId: (await world.issueKey()).id };
    const expiresAt = new Date(now() + 1000).toISOString();
    const expiring = await world.issueKey({ expiresAt });
    await fillUp(world, MOST_KEYS - 2);
    await call("updateApiKey", { path, body: { enabled: false } });
    expect((await create(world)).status).toBe(409);
    await call("revokeApiKey", { path });
    expect((await create(world)).status).toBe(201);
    expect((await create(world)).status).toBe(409);
    advance(1000);
    expect((await create(world)).status).toBe(201);
    const revive = { path: { apiKeyId: expiring.id }, body: { expiresAt: null } };
    expect((await call("updateApiKey", revive)).body.code).toBe("API_KEY_LIMIT_REACHED");
  }, 60_000);

  it("rotates a key at the limit only if the old one stops at once", async () => {
    const world = await openWorld();
    await fillUp(world, MOST_KEYS);
    const rotate = (body: object) =>
      world.call("rotateApiKey", { path: { apiKeyId: world.apiKeyId }, body });
    expect((await rotate({})).body.code).toBe("API_KEY_LIMIT_REACHED");
    expect((await rotate({ gracePeriodSeconds: 0 })).status).toBe(201);
  }, 60_000);

  it("keeps a key's own limit", async () => {
    const { call, issueKey } = await openWorld();
    const rateLimit = { limit: 5, windowSeconds: 60 };
    const { id, rateLimit: shown } = await issueKey({ rateLimit });
    expect(shown).toEqual(rateLimit);
    const path = { apiKeyId: id };
    expect((await call("getApiKey", { path })).body.rateLimit).toEqual(rateLimit);
    const { body } = await call("updateApiKey", { path, body: { rateLimit: null } });
    expect(body.rateLimit).toEqual({ limit: 10_000, windowSeconds: 60 });
    expect((await call("getApiKey", { path })).body.rateLimit).toEqual(body.rateLimit);
    const [event] = (await call("listApiKeyEvents", { path })).body;
    expect(event.changes.rateLimit).toEqual({ from: rateLimit, to: body.rateLimit });
  });

  it("keeps whose limit a key shares", async () => {
    const { call, issueKey } = await openWorld();
    const { secret: key } = await issueKey({ rateLimit: { limit: 2, windowSeconds: 60 } });
    const { body: child } = await call("createApiKey", { key, body: { name: "Child" } });
    expect((await call("getMe", { key: child.secret })).status).toBe(200);
    expect((await call("getMe", { key })).status).toBe(429);
  });
});
