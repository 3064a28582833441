import { generateApiKey } from "@sinkove/api-key";
import { expect, it } from "vitest";
import type { LogEntry } from "../src/index.ts";
import { createWorld, type World } from "./client.ts";

const ADDRESS = { address: "203.0.113.5", network: "203.0.113.5" };

/** Calls getMe from an address, as through a server. */
async function askFrom(
  { api }: World,
  key: string,
  { from = ADDRESS, path = "/v1/me" } = {},
): Promise<number> {
  const headers = new Headers({ Authorization: `Bearer ${key}` });
  const request = { method: "GET", url: `http://localhost${path}`, headers, ...from };
  const { status } = await api.handle({ ...request, readBody: async () => new Uint8Array() });
  return status;
}

function lastLineOf({ log }: World): LogEntry | undefined {
  return log.at(-1);
}

it.each([
  ["revoked", "API_KEY_REVOKED"],
  ["disabled", "API_KEY_DISABLED"],
  ["expired", "API_KEY_EXPIRED"],
])("logs and counts the requests of a %s key", async (how, code) => {
  const world = await createWorld();
  const expiresAt = new Date(world.now() + 1000).toISOString();
  const { id, secret } = await world.issueKey({ expiresAt });
  const path = { apiKeyId: id };
  if (how === "revoked") await world.call("revokeApiKey", { path });
  if (how === "disabled") await world.call("updateApiKey", { path, body: { enabled: false } });
  if (how === "expired") world.advance(1000);
  expect(await askFrom(world, secret)).toBe(401);
  expect(lastLineOf(world)).toMatchObject({ apiKeyId: id, code, address: "203.0.113.5" });
  const { body } = await world.call("getApiKeyUsage", { path, query: { interval: "hour" } });
  expect(body.buckets.at(-1)).toMatchObject({ requests: 1, byStatusClass: { "4xx": 1 } });
  expect(body.lastUsedAt).toBeNull();
  expect(JSON.stringify(world.log)).not.toContain(secret);
});

it("logs and counts missing permissions", async () => {
  const world = await createWorld({ rateLimit: { limit: 5, windowSeconds: 60 } });
  const { id, secret } = await world.issueKey({ scopes: ["models:read"] });
  expect(await askFrom(world, secret, { path: "/v1/datasets" })).toBe(403);
  const known = { apiKeyId: id, address: "203.0.113.5" };
  const denied = { ...known, code: "PERMISSION_DENIED" };
  expect(lastLineOf(world)).toMatchObject({ ...denied, reason: "scope" });
  const foreign = `/v1/organizations/${crypto.randomUUID()}`;
  expect(await askFrom(world, world.key, { path: foreign })).toBe(403);
  expect(lastLineOf(world)).toMatchObject({
    ...denied,
    apiKeyId: world.apiKeyId,
    reason: "organization",
  });
  while ((await askFrom(world, secret)) !== 429);
  const exceeded = { ...known, code: "RATE_LIMIT_EXCEEDED", reason: "account_limit" };
  expect(lastLineOf(world)).toMatchObject(exceeded);
  world.advance(60_000);
  const query = { interval: "hour" };
  const { body } = await world.call("getApiKeyUsage", { path: { apiKeyId: id }, query });
  expect(body.buckets.at(-1).byStatusClass["4xx"]).toBe(2);
});

it("logs the prefix of an unknown key, and nothing of an invalid key", async () => {
  const world = await createWorld();
  const unknown = generateApiKey("test");
  expect(await askFrom(world, unknown)).toBe(401);
  const prefix = unknown.slice(0, "sinkove_test_abcd".length);
  expect(lastLineOf(world)).toMatchObject({
    code: "INVALID_API_KEY",
    reason: "unknown",
    keyPrefix: prefix,
  });
  expect(await askFrom(world, `${unknown}0`)).toBe(401);
  expect(lastLineOf(world)?.keyPrefix).toBeUndefined();
  expect(lastLineOf(world)).toMatchObject({ reason: "malformed" });
  expect(JSON.stringify(world.log)).not.toContain(unknown.slice(17));
});

it("does not look keys up for an address from which too many have failed", async () => {
  const failedAuthentications = { limit: 3, windowSeconds: 60 };
  const world = await createWorld({ failedAuthentications });
  const { store } = world;
  let lookUps = 0;
  const find = store.findCredentials.bind(store);
  store.findCredentials = (hash) => {
    lookUps += 1;
    return find(hash);
  };
  expect(await askFrom(world, world.key)).toBe(200);
  const attempt = () => askFrom(world, generateApiKey("test"));
  // A look-up is reserved before it starts, so simultaneous requests count too.
  const statuses = await Promise.all(Array.from({ length: 50 }, attempt));
  expect(statuses.filter((status) => status === 401)).toHaveLength(3);
  expect(statuses.filter((status) => status === 429)).toHaveLength(47);
  expect(lookUps).toBe(4);
  expect(await askFrom(world, world.key)).toBe(200);
  expect(
    await askFrom(world, generateApiKey("test"), { from: { address: "b", network: "b" } }),
  ).toBe(401);
  world.advance(20_000);
  expect(await attempt()).toBe(401);
  expect(await attempt()).toBe(429);
});

it("does not count accepted keys, or keys that are rejected without a look-up", async () => {
  const world = await createWorld({ failedAuthentications: { limit: 2, windowSeconds: 60 } });
  for (let count = 0; count < 5; count++) {
    const { secret } = await world.issueKey();
    expect(await askFrom(world, secret)).toBe(200);
    expect(await askFrom(world, `${secret}0`)).toBe(401);
  }
  expect(await askFrom(world, generateApiKey("test"))).toBe(401);
});

it("does not count a valid key in many simultaneous requests before the first is accepted", async () => {
  const world = await createWorld({ failedAuthentications: { limit: 20, windowSeconds: 60 } });
  const { secret } = await world.issueKey();
  const { store } = world;
  const find = store.findCredentials.bind(store);
  // The look-ups overlap, as in a database.
  store.findCredentials = async (hash) => find(hash);
  const askAtOnce = async (keyOf: () => string) => {
    const asking = Array.from({ length: 20 }, () => askFrom(world, keyOf()));
    return new Set(await Promise.all(asking));
  };
  expect(await askAtOnce(() => secret)).toEqual(new Set([200]));
  expect(await askAtOnce(() => generateApiKey("test"))).toEqual(new Set([401]));
});

it("counts the failures of a key that was accepted before it was revoked", async () => {
  const world = await createWorld({ failedAuthentications: { limit: 2, windowSeconds: 60 } });
  const { id, secret } = await world.issueKey();
  expect(await askFrom(world, secret)).toBe(200);
  await world.call("revokeApiKey", { path: { apiKeyId: id } });
  const statuses: number[] = [];
  for (let count = 0; count < 4; count++) statuses.push(await askFrom(world, secret));
  expect(statuses).toEqual([401, 401, 429, 429]);
});

it("logs the client's trace and request id beside the request's own", async () => {
  const world = await createWorld();
  const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const headers = { traceparent, "X-Request-ID": "batch/7", Authorization: `Bearer ${world.key}` };
  const { api } = world;
  const response = await api.fetch(new Request("http://localhost/v1/me", { headers }));
  expect(lastLineOf(world)).toMatchObject({
    requestId: response.headers.get("X-Request-ID"),
    traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
    parentId: "00f067aa0ba902b7",
    clientRequestId: "batch/7",
  });
});
