import { describe, expect, it } from "vitest";
import { createWorld } from "./client.ts";

const HOUR = 60 * 60 * 1000;

describe("issuing", () => {
  it("shows the secret once and never again", async () => {
    const { call, issueKey } = await createWorld();
    const { secret, id } = await issueKey();
    const replies = await Promise.all([
      call("listApiKeys"),
      call("getApiKey", { path: { apiKeyId: id } }),
      call("listApiKeyEvents", { path: { apiKeyId: id } }),
      call("getMe", { key: secret }),
    ]);
    for (const { body, status } of replies) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(secret);
    }
  });

  it("gives no more than the presented key has", async () => {
    const { call, issueKey, now } = await createWorld();
    const expiresAt = new Date(now() + HOUR).toISOString();
    const { secret: key } = await issueKey({ scopes: ["api_keys:write"], expiresAt });
    const create = (body: object) => call("createApiKey", { key, body: { name: "x", ...body } });
    expect((await create({ scopes: ["datasets:read"] })).status).toBe(403);
    const later = new Date(now() + 2 * HOUR).toISOString();
    expect((await create({ expiresAt: later })).status).toBe(403);
    const same = await create({});
    expect(same.body).toMatchObject({ scopes: ["api_keys:write"], expiresAt });
  });

  it("refuses an expiry in the past and an organization out of reach", async () => {
    const { call, organizationId } = await createWorld();
    const create = (body: object) => call("createApiKey", { body: { name: "x", ...body } });
    expect((await create({ expiresAt: "2000-01-01T00:00:00Z" })).status).toBe(422);
    expect((await create({ organizationIds: [crypto.randomUUID()] })).status).toBe(403);
    const upper = await create({ organizationIds: [organizationId.toUpperCase()] });
    expect(upper.body.organizationIds).toEqual([organizationId]);
  });
});

describe("changing", () => {
  it("refuses a disabled key, and accepts it when it is enabled", async () => {
    const { call, issueKey } = await createWorld();
    const { id, secret } = await issueKey();
    const update = (body: object) => call("updateApiKey", { path: { apiKeyId: id }, body });
    await update({ enabled: false });
    expect((await call("getMe", { key: secret })).body.code).toBe("API_KEY_DISABLED");
    await update({ enabled: true });
    expect((await call("getMe", { key: secret })).status).toBe(200);
    const { body } = await call("listApiKeyEvents", { path: { apiKeyId: id } });
    const types = body.map(({ type }: { type: string }) => type);
    expect(types.sort()).toEqual(["created", "disabled", "enabled"]);
  });

  it("lets no key extend another beyond itself, or enable one that has more", async () => {
    const { call, issueKey, apiKeyId } = await createWorld();
    const weak = await issueKey({ scopes: ["api_keys:write"] });
    const strong = await issueKey();
    const update = (id: string, body: object, key: string) =>
      call("updateApiKey", { path: { apiKeyId: id }, body, key });
    expect((await update(weak.id, { scopes: ["datasets:read"] }, weak.secret)).status).toBe(403);
    await update(strong.id, { enabled: false }, strong.secret);
    expect((await update(strong.id, { enabled: true }, weak.secret)).status).toBe(403);
    expect((await update(apiKeyId, { scopes: ["api_keys:read"] }, weak.secret)).status).toBe(200);
  });

  it("expires by the clock", async () => {
    const { call, issueKey, now, advance } = await createWorld();
    const { secret } = await issueKey({ expiresAt: new Date(now() + HOUR).toISOString() });
    expect((await call("getMe", { key: secret })).status).toBe(200);
    advance(HOUR);
    expect((await call("getMe", { key: secret })).body.code).toBe("API_KEY_EXPIRED");
  });

  it("takes a leap second as the second before it", async () => {
    const { call, issueKey } = await createWorld();
    const { id } = await issueKey();
    const body = { expiresAt: "2028-12-31T23:59:60Z" };
    const reply = await call("updateApiKey", { path: { apiKeyId: id }, body });
    expect(reply.body.expiresAt).toBe("2028-12-31T23:59:59.000Z");
  });
});

describe("rotating", () => {
  it("keeps the old key for the grace period, and says so on its responses", async () => {
    const { call, issueKey, advance } = await createWorld();
    const old = await issueKey();
    const path = { apiKeyId: old.id };
    const { body: successor } = await call("rotateApiKey", { path, key: old.secret });
    expect(successor).toMatchObject({ rotatedFromId: old.id, name: old.name, scopes: old.scopes });
    const { headers } = await call("getMe", { key: old.secret });
    expect(headers.get("Deprecation")).toMatch(/^@\d+$/);
    expect(headers.get("Sunset")).toBe("Wed, 25 Nov 2026 10:00:00 GMT");
    expect((await call("rotateApiKey", { path })).body.code).toBe("API_KEY_ALREADY_ROTATED");
    advance(24 * HOUR);
    expect((await call("getMe", { key: old.secret })).body.code).toBe("API_KEY_EXPIRED");
    expect((await call("getMe", { key: successor.secret })).status).toBe(200);
  });

  it("gives the successor the same length of life, but no later end than the rotating key's", async () => {
    const { call, issueKey, now, advance } = await createWorld();
    const inHours = (hours: number) => new Date(now() + hours * HOUR).toISOString();
    const short = await issueKey({ expiresAt: inHours(2) });
    const long = await issueKey({ expiresAt: inHours(9) });
    advance(HOUR);
    const rotate = (id: string, key: string) =>
      call("rotateApiKey", { path: { apiKeyId: id }, key });
    expect((await rotate(long.id, short.secret)).status).toBe(403);
    expect((await rotate(short.id, short.secret)).body.expiresAt).toBe(short.expiresAt);
    const other = await issueKey({ expiresAt: inHours(2) });
    const { body: successor } = await call("rotateApiKey", { path: { apiKeyId: other.id } });
    expect(successor.expiresAt).toBe(inHours(2));
  });

  it("refuses a key that has less than the rotated one", async () => {
    const { call, issueKey, apiKeyId } = await createWorld();
    const { secret: key } = await issueKey({ scopes: ["api_keys:write"] });
    expect((await call("rotateApiKey", { path: { apiKeyId }, key })).status).toBe(403);
  });
});

describe("revoking", () => {
  it("is final, and the key stays listed", async () => {
    const { call, issueKey } = await createWorld();
    const { id, secret } = await issueKey();
    const path = { apiKeyId: id };
    expect((await call("revokeApiKey", { path })).body.status).toBe("revoked");
    expect((await call("getMe", { key: secret })).body.code).toBe("API_KEY_REVOKED");
    expect((await call("revokeApiKey", { path })).body.code).toBe("API_KEY_ALREADY_REVOKED");
    expect((await call("updateApiKey", { path, body: { enabled: true } })).status).toBe(409);
    expect((await call("rotateApiKey", { path })).status).toBe(409);
    const { body } = await call("listApiKeys");
    expect(body.map((each: { id: string }) => each.id)).toContain(id);
  });

  it("takes effect on a write that was authenticated just before", async () => {
    const { call, issueKey, store, now } = await createWorld();
    const { id, secret } = await issueKey();
    const write = store.write;
    store.write = async (scope, work) => {
      store.write = write;
      await write(scope, (writer) => writer.updateApiKey(id, { revokedAt: now() }));
      return write(scope, work);
    };
    const reply = await call("createApiKey", { key: secret, body: { name: "too late" } });
    expect(reply.body.code).toBe("API_KEY_REVOKED");
  });
});

it("does not find the keys of another account", async () => {
  const { call, store } = await createWorld();
  const { apiKeyId } = await createWorld({ store });
  for (const id of ["getApiKey", "getApiKeyUsage", "listApiKeyEvents", "revokeApiKey"] as const) {
    expect((await call(id, { path: { apiKeyId } })).body.code).toBe("API_KEY_NOT_FOUND");
  }
});
