import { expect } from "vitest";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const HOUR = 60 * 60 * 1000;

const codeOf = async ({ call }: Scene, key: string) => (await call("getMe", { key })).body.code;

/** The life of an API key, from creation to revocation. */
export const keyLife: readonly Scenario[] = [
  scenario("issues a key that works, and shows its secret once", async (scene) => {
    const { secret, ...apiKey } = await scene.issueKey({ name: "CI" });
    expect(secret).toMatch(/^sinkove_(live|test)_[0-9A-Za-z]{38}$/);
    expect([apiKey.prefix, apiKey.last4]).toEqual([secret.slice(0, 17), secret.slice(-4)]);
    const path = { apiKeyId: apiKey.id };
    const replies = await Promise.all([
      scene.call("getMe", { key: secret }),
      scene.call("getApiKey", { path }),
      scene.call("listApiKeys", { query: { limit: "500" } }),
      scene.call("listApiKeyEvents", { path }),
    ]);
    for (const { status, body } of replies) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(secret);
    }
    expect(replies[0]?.body.apiKey.id).toBe(apiKey.id);
    expect(replies[2]?.body.map(({ id }: { id: string }) => id)).toContain(apiKey.id);
  }),
  scenario("gives a key with no scopes asked for all that the giver has", async (scene) => {
    const { body } = await scene.call("getApiKey", { path: { apiKeyId: scene.apiKeyId } });
    const { scopes } = await scene.issueKey();
    expect(scopes).toEqual(body.scopes);
  }),
  scenario("takes a scope away at once", async (scene) => {
    const { id, secret: key } = await scene.issueKey();
    expect((await scene.call("listModels", { key })).status).toBe(200);
    const body = { scopes: ["datasets:read"] };
    const reply = await scene.call("updateApiKey", { path: { apiKeyId: id }, body });
    expect(reply.body.scopes).toEqual(["datasets:read"]);
    expect((await scene.call("listModels", { key })).status).toBe(403);
    expect((await scene.call("listDatasets", { key })).status).toBe(200);
  }),
  scenario("disables a key, and enables it again", async (scene) => {
    const { id, secret } = await scene.issueKey();
    const update = (body: object) => scene.call("updateApiKey", { path: { apiKeyId: id }, body });
    expect((await update({ enabled: false })).body.status).toBe("disabled");
    expect(await codeOf(scene, secret)).toBe("API_KEY_DISABLED");
    expect((await update({ enabled: true })).body.status).toBe("active");
    expect(await codeOf(scene, secret)).toBeUndefined();
  }),
  scenario("revokes a key for ever, and keeps it listed", async (scene) => {
    const { id, secret } = await scene.issueKey();
    const path = { apiKeyId: id };
    const revoked = await scene.call("revokeApiKey", { path });
    expect(revoked.body).toMatchObject({ status: "revoked", id });
    expect(await codeOf(scene, secret)).toBe("API_KEY_REVOKED");
    const again = await Promise.all([
      scene.call("revokeApiKey", { path }),
      scene.call("updateApiKey", { path, body: { enabled: true } }),
      scene.call("rotateApiKey", { path }),
    ]);
    for (const { status, body } of again) {
      expect([status, body.code]).toEqual([409, "API_KEY_ALREADY_REVOKED"]);
    }
    expect((await scene.call("getApiKey", { path })).body.status).toBe("revoked");
    expect((await scene.call("getApiKeyUsage", { path })).status).toBe(200);
  }),
  scenario("names the key that made a key", async ({ call, issueKey, apiKeyId }) => {
    const parent = await issueKey();
    expect(parent.createdBy).toEqual({ type: "api_key", id: apiKeyId });
    const child = await call("createApiKey", { key: parent.secret, body: { name: "child" } });
    expect(child.body.createdBy).toEqual({ type: "api_key", id: parent.id });
    const path = { apiKeyId: child.body.id };
    const successor = await call("rotateApiKey", { path });
    expect(successor.body.createdBy).toEqual({ type: "api_key", id: apiKeyId });
    expect((await call("getApiKey", { path })).body.createdBy.id).toBe(parent.id);
  }),
  scenario("revokes a key with all that comes from it", async (scene) => {
    const root = await scene.issueKey();
    const childOf = async ({ secret: key }: { secret: string }) =>
      (await scene.call("createApiKey", { key, body: { name: "child" } })).body;
    const child = await childOf(root);
    const grandchild = await childOf(child);
    const path = { apiKeyId: grandchild.id };
    const { body: successor } = await scene.call("rotateApiKey", { path });
    const body = { descendants: true };
    const revoked = await scene.call("revokeApiKey", { path: { apiKeyId: root.id }, body });
    const tree = [child, grandchild, successor];
    const idsOf = (keys: readonly { id: string }[]) => keys.map(({ id }) => id).sort();
    expect(idsOf(revoked.body.revokedDescendants)).toEqual(idsOf(tree));
    for (const { secret } of [root, ...tree]) {
      expect(await codeOf(scene, secret)).toBe("API_KEY_REVOKED");
    }
  }),
  scenario("revokes what comes from a key also later", async (scene) => {
    const { id, secret: key } = await scene.issueKey();
    const { body: child } = await scene.call("createApiKey", { key, body: { name: "child" } });
    const path = { apiKeyId: id };
    expect((await scene.call("revokeApiKey", { path })).body.revokedDescendants).toEqual([]);
    expect(await codeOf(scene, child.secret)).toBeUndefined();
    const later = await scene.call("revokeApiKey", { path, body: { descendants: true } });
    expect(later.body.revokedDescendants).toMatchObject([{ id: child.id, status: "revoked" }]);
  }),
  scenario("stops a key whose expiry is set to the past", async (scene) => {
    const { id, secret } = await scene.issueKey();
    const body = { expiresAt: new Date(scene.now() - HOUR).toISOString() };
    const reply = await scene.call("updateApiKey", { path: { apiKeyId: id }, body });
    expect(reply.body.status).toBe("expired");
    expect(await codeOf(scene, secret)).toBe("API_KEY_EXPIRED");
  }),
  scenario(
    "expires a key when its moment has come",
    async (scene) => {
      const expiresAt = new Date(scene.now() + HOUR).toISOString();
      const { secret } = await scene.issueKey({ expiresAt });
      scene.advanceClock(HOUR - 1);
      expect(await codeOf(scene, secret)).toBeUndefined();
      scene.advanceClock(1);
      expect(await codeOf(scene, secret)).toBe("API_KEY_EXPIRED");
    },
    { needs: ["clock"] },
  ),
  scenario(
    "rotates a key: both work in the grace period, and the old one says so",
    async (scene) => {
      const old = await scene.issueKey();
      const path = { apiKeyId: old.id };
      const reply = await scene.call("rotateApiKey", { path, body: { gracePeriodSeconds: 3600 } });
      expect(reply).toMatchObject({ status: 201, body: { rotatedFromId: old.id } });
      expect(await codeOf(scene, reply.body.secret)).toBeUndefined();
      const { status, headers, body } = await scene.call("getMe", { key: old.secret });
      expect([status, body.apiKey.rotatedToId]).toEqual([200, reply.body.id]);
      expect(headers.get("Deprecation")).toMatch(/^@\d+$/);
      expect(Date.parse(headers.get("Sunset") ?? "")).toBeGreaterThan(scene.now());
      const again = await scene.call("rotateApiKey", { path });
      expect(again.body.code).toBe("API_KEY_ALREADY_ROTATED");
    },
  ),
  scenario("tells who still uses a rotated key, and what a key did not need", async (scene) => {
    const scopes = ["datasets:read", "models:read"];
    const old = await scene.issueKey({ scopes });
    const path = { apiKeyId: old.id };
    const { body: successor } = await scene.call("rotateApiKey", { path });
    await scene.call("listModels", { key: old.secret, headers: { "User-Agent": "trainer/1" } });
    await scene.call("listModels", { key: successor.secret });
    // Requests appear within a few seconds.
    const advice = async () => (await scene.call("getApiKeyAdvice", { path })).body;
    await expect.poll(advice).toMatchObject({
      apiKeyId: old.id,
      unusedScopes: ["datasets:read"],
      clients: [{ userAgent: "trainer/1", requests: 1 }],
      rotation: { successorId: successor.id, canEnd: false },
    });
  }),
  scenario("rotates with no grace: the old key stops at once", async (scene) => {
    const { id, secret } = await scene.issueKey();
    const body = { gracePeriodSeconds: 0 };
    await scene.call("rotateApiKey", { path: { apiKeyId: id }, body });
    expect(await codeOf(scene, secret)).toBe("API_KEY_EXPIRED");
  }),
  scenario(
    "ends the grace period by the clock, 24 hours where none was asked for",
    async (scene) => {
      const { id, secret } = await scene.issueKey();
      const { body: successor } = await scene.call("rotateApiKey", { path: { apiKeyId: id } });
      scene.advanceClock(24 * HOUR - 1);
      expect(await codeOf(scene, secret)).toBeUndefined();
      scene.advanceClock(1);
      expect(await codeOf(scene, secret)).toBe("API_KEY_EXPIRED");
      expect(await codeOf(scene, successor.secret)).toBeUndefined();
    },
    { needs: ["clock"] },
  ),
  scenario(
    "does not find the keys of another account",
    async (scene) => {
      const { apiKeyId } = await scene.newScene();
      const path = { apiKeyId };
      const replies = await Promise.all([
        scene.call("getApiKey", { path }),
        scene.call("getApiKeyUsage", { path }),
        scene.call("listApiKeyEvents", { path }),
        scene.call("updateApiKey", { path, body: { enabled: false } }),
        scene.call("rotateApiKey", { path }),
        scene.call("revokeApiKey", { path }),
      ]);
      for (const { body } of replies) expect(body.code).toBe("API_KEY_NOT_FOUND");
    },
    { needs: ["accounts"] },
  ),
];
