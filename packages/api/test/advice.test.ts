import { expect, it } from "vitest";
import { MOST_CLIENTS } from "../src/store/request-log.ts";
import { addOrganization, onEachStore } from "./stores.ts";

const DAY = 24 * 60 * 60 * 1000;
const HOUR = DAY / 24;
const SCOPES = ["datasets:read", "datasets:write", "models:read"];

onEachStore(({ world: open }) => {
  it("names the scopes that a key did not need in 30 days", async () => {
    const { call, issueKey, advance, now } = await open();
    const { id, secret: key } = await issueKey({ scopes: SCOPES });
    const path = { apiKeyId: id };
    const advise = async () => (await call("getApiKeyAdvice", { path })).body;
    const created = new Date(now()).toISOString();
    expect(await advise()).toEqual({
      apiKeyId: id,
      observedFrom: created,
      unusedScopes: SCOPES,
      lastUsedAt: null,
      daysSinceLastUse: null,
      clients: [],
      rotation: null,
    });
    advance(DAY);
    const headers = { "User-Agent": "trainer/1" };
    await call("listModels", { key, headers });
    // Rejected, but not because of the scope: the program needs the scope.
    await call("createDataset", { key, headers, body: {} });
    // Rejected because the key does not have the scope.
    await call("listApiKeys", { key, headers });
    const used = await advise();
    expect(used).toMatchObject({ unusedScopes: ["datasets:read"], daysSinceLastUse: 0 });
    expect(used.clients).toEqual([
      { address: null, userAgent: "trainer/1", requests: 3, lastSeenAt: used.lastUsedAt },
    ]);
    advance(29 * DAY);
    await call("listDatasets", { key });
    advance(DAY + HOUR);
    const later = await advise();
    expect(later).toMatchObject({ daysSinceLastUse: 1, rotation: null });
    expect(later.unusedScopes).toEqual(["datasets:write", "models:read"]);
    expect(later.observedFrom).toBe(new Date(now() - 30 * DAY).toISOString());
    expect(later.clients).toHaveLength(1);
  });

  it("says who still uses a rotated key, and when its rotation can be ended", async () => {
    const { call, issueKey, advance } = await open();
    const { id, secret: key } = await issueKey({ scopes: SCOPES });
    const path = { apiKeyId: id };
    await call("listModels", { key, headers: { "User-Agent": "before" } });
    advance(HOUR);
    const gracePeriodSeconds = 7 * 24 * 60 * 60;
    const rotated = await call("rotateApiKey", { path, body: { gracePeriodSeconds } });
    const { id: successorId, secret: newKey } = rotated.body;
    const advise = async () => (await call("getApiKeyAdvice", { path })).body;
    const { rotation, clients } = await advise();
    expect(clients).toEqual([]);
    expect(rotation).toMatchObject({ successorId, successorLastUsedAt: null, canEnd: false });
    expect(Date.parse(rotation.endsAt) - Date.parse(rotation.quietSince)).toBe(7 * DAY);

    advance(2 * DAY);
    // Nobody uses the old key or the new one.
    expect((await advise()).rotation.canEnd).toBe(false);
    await call("listModels", { key: newKey });
    expect((await advise()).rotation.canEnd).toBe(true);
    await call("listModels", { key, headers: { "User-Agent": "late" } });
    advance(DAY - 1);
    const late = await advise();
    expect(late.clients).toMatchObject([{ userAgent: "late", requests: 1 }]);
    expect(late.rotation).toMatchObject({ canEnd: false, quietSince: late.lastUsedAt });
    advance(1);
    expect((await advise()).rotation.canEnd).toBe(true);
    await call("revokeApiKey", { path });
    // A rejected request shows which client still uses the old key.
    advance(HOUR);
    await call("listModels", { key, headers: { "User-Agent": "too late" } });
    const ended = await advise();
    expect(ended.clients.map(({ userAgent }: { userAgent: string }) => userAgent)).toEqual([
      "too late",
      "late",
    ]);
    expect(ended.rotation.canEnd).toBe(false);
    expect(Date.parse(ended.rotation.quietSince) - Date.parse(ended.rotation.endsAt)).toBe(HOUR);
  });

  it("lists the most recent clients, and none of another key", async () => {
    const { call, issueKey, advance } = await open();
    const { id, secret: key } = await issueKey();
    const other = await issueKey();
    const agents = Array.from({ length: MOST_CLIENTS + 3 }, (_, index) => `agent/${index}`);
    for (const agent of [...agents, "agent/0", "last"]) {
      await call("getMe", { key, headers: { "User-Agent": agent } });
      await call("getMe", { key: other.secret, headers: { "User-Agent": "other" } });
      advance(1);
    }
    const { clients } = (await call("getApiKeyAdvice", { path: { apiKeyId: id } })).body;
    const seen = clients.map(({ userAgent }: { userAgent: string }) => userAgent);
    expect(clients).toHaveLength(MOST_CLIENTS);
    expect(seen.slice(1, 3)).toEqual(["agent/0", `agent/${MOST_CLIENTS + 2}`]);
    expect(clients[1].requests).toBe(2);
    expect(seen).not.toContain("other");
  });

  it("needs both scopes, and a key that is in reach", async () => {
    const world = await open();
    const { call, issueKey, organizationId } = world;
    const second = await addOrganization(world);
    const limited = await issueKey({ organizationIds: [second] });
    const wide = await issueKey();
    const ask = async (apiKeyId: string, body: object) => {
      const { secret: key } = await issueKey(body as Record<string, unknown>);
      return (await call("getApiKeyAdvice", { path: { apiKeyId }, key })).status;
    };
    const both = { scopes: ["api_keys:read", "requests:read"] };
    expect(await ask(wide.id, { scopes: ["api_keys:read"] })).toBe(403);
    expect(await ask(wide.id, { scopes: ["requests:read"] })).toBe(403);
    expect(await ask(wide.id, both)).toBe(200);
    expect(await ask(limited.id, { ...both, organizationIds: [second] })).toBe(200);
    expect(await ask(limited.id, { ...both, organizationIds: [organizationId] })).toBe(404);
    expect(await ask(crypto.randomUUID(), both)).toBe(404);
    const stranger = await open();
    expect((await stranger.call("getApiKeyAdvice", { path: { apiKeyId: wide.id } })).status).toBe(
      404,
    );
  });
});
