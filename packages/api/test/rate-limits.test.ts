import { describe, expect, it } from "vitest";
import { createWorld, type World } from "./client.ts";

const rateLimit = { limit: 100, windowSeconds: 60 };
const OWN = { limit: 10, windowSeconds: 60 };

async function statusesOf({ call }: World, keys: readonly string[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const key of keys) statuses.push((await call("getMe", { key })).status);
  return statuses;
}

describe("the limit of an account", () => {
  it("is shared by its keys, however many", async () => {
    const world = await createWorld({ rateLimit });
    const keys = [world.key];
    for (let count = 0; count < 50; count++) keys.push((await world.issueKey()).secret);
    const statuses = await statusesOf(world, [...keys, ...keys, ...keys]);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    const refused = await world.call("getMe");
    expect(refused.body.detail).toContain("The account has used up its 100 requests");
  });

  it("is not that of another account", async () => {
    const { store, ...world } = await createWorld({ rateLimit: { limit: 1, windowSeconds: 60 } });
    const other = await createWorld({ store, rateLimit: { limit: 1, windowSeconds: 60 } });
    expect((await world.call("getMe")).status).toBe(200);
    expect((await world.call("getMe")).status).toBe(429);
    expect((await other.call("getMe")).status).toBe(200);
  });
});

describe("a key's own limit", () => {
  it("holds that key back, and leaves the rest to the others", async () => {
    const world = await createWorld({ rateLimit });
    const { secret } = await world.issueKey({ rateLimit: OWN });
    const own = await statusesOf(
      world,
      Array.from({ length: 80 }, () => secret),
    );
    expect(own.filter((status) => status === 200)).toHaveLength(10);
    const others = await statusesOf(
      world,
      Array.from({ length: 100 }, () => world.key),
    );
    // One request created the key, and ten were from the limited key. Its rejected requests do not count.
    expect(others.filter((status) => status === 200)).toHaveLength(89);
  });

  it("is reported together with the account's, with the headers of the tighter one", async () => {
    const world = await createWorld({ rateLimit });
    const { secret } = await world.issueKey({ rateLimit: OWN });
    const { headers } = await world.call("getMe", { key: secret });
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-ratelimit-limit": "10",
      "x-ratelimit-remaining": "9",
      "ratelimit-policy": '"per-account";q=100;w=60, "per-key";q=10;w=60',
      ratelimit: '"per-account";r=98;t=2, "per-key";r=9;t=6',
    });
    await statusesOf(
      world,
      Array.from({ length: 93 }, () => world.key),
    );
    const near = await world.call("getMe", { key: secret });
    expect(near.headers.get("X-RateLimit-Limit")).toBe("100");
    expect(near.headers.get("X-RateLimit-Remaining")).toBe("4");
    expect(near.headers.get("RateLimit")).toBe('"per-account";r=4;t=58, "per-key";r=8;t=12');
  });

  it("says whose limit refuses a request, and when to retry", async () => {
    const world = await createWorld({ rateLimit });
    const { secret } = await world.issueKey({ rateLimit: { limit: 1, windowSeconds: 30 } });
    await world.call("getMe", { key: secret });
    const { status, headers, body } = await world.call("getMe", { key: secret });
    expect([status, headers.get("Retry-After"), body.retryAfterSeconds]).toEqual([429, "30", 30]);
    expect(body.detail).toContain("The API key has used up its own 1 request in 30 seconds.");
    world.advance(30_000);
    expect((await world.call("getMe", { key: secret })).status).toBe(200);
  });

  it.each([
    { limit: 101, windowSeconds: 60 },
    { limit: 100, windowSeconds: 59 },
    { limit: 2, windowSeconds: 1 },
  ])("must not allow more than the account's: %j", async (wanted) => {
    const world = await createWorld({ rateLimit });
    const body = { name: "Too much", rateLimit: wanted };
    const reply = await world.call("createApiKey", { body });
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toEqual([
      {
        pointer: "/rateLimit",
        detail:
          "must not allow more requests per second than the account, which has 100 in 60 seconds",
        keyword: "maximum",
      },
    ]);
    const { id } = await world.issueKey();
    const change = { path: { apiKeyId: id }, body: { rateLimit: wanted } };
    expect((await world.call("updateApiKey", change)).status).toBe(422);
  });

  it("may be over a longer time, such as a day", async () => {
    const world = await createWorld({ rateLimit });
    const daily = { limit: 5000, windowSeconds: 86_400 };
    expect((await world.issueKey({ rateLimit: daily })).rateLimit).toEqual(daily);
  });

  it("cannot be escaped by way of another key", async () => {
    const world = await createWorld({ rateLimit });
    const limited = await world.issueKey({ rateLimit: OWN });
    const { id } = await world.issueKey();
    const as = { key: limited.secret };
    const path = { apiKeyId: limited.id };
    const wider = { limit: 20, windowSeconds: 60 };
    const longer = { limit: 20, windowSeconds: 120 };
    const smaller = { limit: 1, windowSeconds: 60 };
    const { body: child } = await world.call("createApiKey", { ...as, body: { name: "Child" } });
    expect(child.rateLimit).toEqual(OWN);
    const attempts = [
      await world.call("createApiKey", { ...as, body: { name: "Child", rateLimit: wider } }),
      await world.call("createApiKey", { ...as, body: { name: "Child", rateLimit: smaller } }),
      await world.call("updateApiKey", { ...as, path, body: { rateLimit: null } }),
      await world.call("updateApiKey", { ...as, path, body: { rateLimit: longer } }),
      await world.call("updateApiKey", { ...as, path, body: { rateLimit: wider } }),
      await world.call("rotateApiKey", { ...as, path: { apiKeyId: id }, body: {} }),
    ];
    for (const { status, body } of attempts)
      expect([status, body.code]).toEqual([403, "PERMISSION_DENIED"]);
    const { body: successor } = await world.call("rotateApiKey", { ...as, path, body: {} });
    expect(successor.rateLimit).toEqual(OWN);
  });

  it("is shared with the keys that it makes, and with its successor", async () => {
    const world = await createWorld({ rateLimit });
    const { id, secret: key } = await world.issueKey({ rateLimit: OWN });
    const create = { key, body: { name: "Child", rateLimit: OWN } };
    const { body: child } = await world.call("createApiKey", create);
    const rotate = { key, path: { apiKeyId: id }, body: {} };
    const { body: successor } = await world.call("rotateApiKey", rotate);
    const { body: heir } = await world.call("createApiKey", { ...create, key: successor.secret });
    const family = [key, child.secret, successor.secret, heir.secret];
    const statuses = await statusesOf(world, [...family, ...family]);
    expect(statuses.filter((status) => status === 200)).toHaveLength(7);
    const path = { apiKeyId: heir.id };
    await world.call("updateApiKey", { path, body: { rateLimit: OWN } });
    expect(await statusesOf(world, [heir.secret])).toEqual([429]);
    await world.call("updateApiKey", { path, body: { rateLimit: { ...OWN, limit: 9 } } });
    expect(await statusesOf(world, family)).toEqual([429, 429, 429, 200]);
  });

  it("is shown beside that of the account", async () => {
    const world = await createWorld({ rateLimit });
    const { secret } = await world.issueKey({ rateLimit: OWN });
    const { body } = await world.call("getMe", { key: secret });
    expect(body).toMatchObject({ account: { rateLimit }, apiKey: { rateLimit: OWN } });
  });
});
