import { expect } from "vitest";
import { type Scenario, type Scene, scenario } from "./scenario.ts";
import { SCOPES } from "./scopes.ts";

const HOUR = 60 * 60 * 1000;
const writing = "api_keys:write";

const giving = SCOPES.filter((scope) => scope !== writing).flatMap((scope) => [
  scenario(`gives ${scope} only from a key that has it`, async ({ issueKey, call }) => {
    const { secret: with_ } = await issueKey({ scopes: [writing, scope] });
    const { secret: without } = await issueKey({ scopes: SCOPES.filter((each) => each !== scope) });
    const body = { name: "given", scopes: [scope] };
    expect((await call("createApiKey", { key: with_, body })).status).toBe(201);
    const refused = await call("createApiKey", { key: without, body });
    expect([refused.status, refused.body.code]).toEqual([403, "PERMISSION_DENIED"]);
  }),
  scenario(`widens, wakes and rotates no key that has ${scope} without it`, async (scene) => {
    const { secret: key } = await scene.issueKey({
      scopes: SCOPES.filter((each) => each !== scope),
    });
    const narrow = await scene.issueKey({ scopes: [writing] });
    const strong = await scene.issueKey({ scopes: [scope] });
    const update = (id: string, body: object, by = scene.key) =>
      scene.call("updateApiKey", { key: by, path: { apiKeyId: id }, body });
    expect((await update(narrow.id, { scopes: [writing, scope] }, key)).status).toBe(403);
    const rotated = await scene.call("rotateApiKey", { key, path: { apiKeyId: strong.id } });
    expect(rotated.status).toBe(403);
    await update(strong.id, { enabled: false });
    expect((await update(strong.id, { enabled: true }, key)).status).toBe(403);
    expect((await update(strong.id, { enabled: true })).status).toBe(200);
  }),
]);

async function limited({ issueKey, now }: Scene) {
  return issueKey({ expiresAt: new Date(now() + HOUR).toISOString() });
}

/** A key cannot create, extend, enable or rotate another key with more rights than its own. */
export const grants: readonly Scenario[] = [
  ...giving,
  scenario("gives no longer life than the giver's", async (scene) => {
    const { secret: key, expiresAt } = await limited(scene);
    const later = new Date(scene.now() + 2 * HOUR).toISOString();
    const create = (members: object) =>
      scene.call("createApiKey", { key, body: { name: "given", ...members } });
    expect((await create({ expiresAt: later })).status).toBe(403);
    expect((await create({})).body.expiresAt).toBe(expiresAt);
    expect((await create({ expiresAt: null })).body.expiresAt).toBe(expiresAt);
  }),
  scenario(
    "lets no key lengthen its own life, nor rotate itself to a longer one",
    async (scene) => {
      const { secret: key, id, expiresAt } = await limited(scene);
      const path = { apiKeyId: id };
      const reply = await scene.call("updateApiKey", { key, path, body: { expiresAt: null } });
      expect(reply.status).toBe(403);
      const { body } = await scene.call("rotateApiKey", { key, path });
      expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBeLessThanOrEqual(HOUR);
      expect(expiresAt).not.toBeNull();
    },
  ),
  scenario("rotates again and again to the same end", async (scene) => {
    let { secret: key, id, expiresAt } = await limited(scene);
    const end = expiresAt;
    for (let round = 0; round < 3; round++) {
      scene.advanceClock(HOUR / 10);
      const { body } = await scene.call("rotateApiKey", { key, path: { apiKeyId: id } });
      ({ secret: key, id, expiresAt } = body);
      expect(expiresAt).toBe(end);
    }
  }),
  scenario("gives a longer life only from a key that has all the scopes", async (scene) => {
    const { id } = await scene.issueKey({
      scopes: ["datasets:write"],
      expiresAt: new Date(scene.now() + HOUR).toISOString(),
    });
    const { secret: key } = await scene.issueKey({ scopes: [writing] });
    const request = { path: { apiKeyId: id }, body: { expiresAt: null } };
    const refused = await scene.call("updateApiKey", { ...request, key });
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      expect.stringContaining("datasets:write"),
    ]);
    expect((await scene.call("updateApiKey", request)).status).toBe(200);
  }),
  scenario(
    "gives more organizations only from a key that has all the scopes",
    async ({ issueKey, call, organizationIds: [first] }) => {
      const { id } = await issueKey({ scopes: ["datasets:write"], organizationIds: [first] });
      const { secret: key } = await issueKey({ scopes: [writing] });
      const request = { path: { apiKeyId: id }, body: { organizationIds: null } };
      expect((await call("updateApiKey", { ...request, key })).status).toBe(403);
      expect((await call("updateApiKey", request)).status).toBe(200);
    },
  ),
  scenario("changes no key with a key that was rotated", async ({ issueKey, call }) => {
    const { id: apiKeyId, secret: key } = await issueKey();
    const { id: other } = await issueKey();
    await call("rotateApiKey", { path: { apiKeyId } });
    const path = { apiKeyId: other };
    const replies = await Promise.all([
      call("createApiKey", { key, body: { name: "child" } }),
      call("updateApiKey", { key, path, body: { name: "renamed" } }),
      call("rotateApiKey", { key, path }),
      call("revokeApiKey", { key, path }),
      call("revokeApiKey", { key, path: { apiKeyId } }),
    ]);
    for (const { status, body } of replies) {
      expect([status, body.code]).toEqual([403, "PERMISSION_DENIED"]);
    }
    expect((await call("getMe", { key })).status).toBe(200);
  }),
  scenario(
    "gives no organization that the giver does not reach",
    async ({ issueKey, call, organizationIds }) => {
      const [first, second] = organizationIds;
      const { secret: key } = await issueKey({ organizationIds: [first] });
      const create = (members: object) =>
        call("createApiKey", { key, body: { name: "given", ...members } });
      expect((await create({ organizationIds: [second] })).status).toBe(403);
      expect((await create({ organizationIds: [first, second] })).status).toBe(403);
      for (const members of [{}, { organizationIds: null }]) {
        expect((await create(members)).body.organizationIds).toEqual([first]);
      }
    },
    { needs: ["accounts"], organizations: 2 },
  ),
  scenario("refuses an expiry in the past for a new key", async ({ call, now }) => {
    const expiresAt = new Date(now() - HOUR).toISOString();
    const reply = await call("createApiKey", { body: { name: "late", expiresAt } });
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer: "/expiresAt" }] } });
  }),
];
