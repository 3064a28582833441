import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256OfText } from "../src/encoding.ts";
import { createApi, type Store } from "../src/index.ts";
import { PURGED_AT_ONCE } from "../src/store/store.ts";
import { createWorld, entryOf, MODEL, START } from "./client.ts";
import { type Home, homes } from "./stores.ts";

const DAY = 24 * 60 * 60 * 1000;
const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };

describe.each(Object.entries(homes))("the %s store", (kind, makeHome) => {
  let home: Home;
  let store: Store;

  beforeAll(async () => {
    home = await makeHome();
    store = await home.open();
  }, 60_000);

  afterAll(async () => {
    await store.close();
    await home.remove();
  }, 60_000);

  it("undoes a transaction that fails", async () => {
    const { accountId, organizationId } = await createWorld({ store });
    const failing = store.write({ accountId }, async (writer) => {
      await writer.addCreditEntry(entryOf(organizationId, -10));
      throw new Error("changed its mind");
    });
    await expect(failing).rejects.toThrow("changed its mind");
    const [organization] = await store.listOrganizations([organizationId], START);
    expect(organization?.credits).toBe(1000);
  });

  it("never takes more credits than there are, from two accounts at once", async () => {
    const { accountId, organizationId } = await createWorld({ store, credits: 25 });
    const other = await createWorld({ store });
    const takes = Array.from({ length: 10 }, (_, index) =>
      store.write({ accountId: index % 2 ? accountId : other.accountId }, (writer) =>
        writer.addCreditEntry(entryOf(organizationId, -10)),
      ),
    );
    const taken = (await Promise.all(takes)).filter(Boolean);
    expect(taken).toHaveLength(2);
  });

  it("stores keys as they were issued, and finds them by hash alone", async () => {
    const { call, issueKey, organizationId } = await createWorld({ store });
    const issued = await issueKey({ scopes: ["datasets:read"], organizationIds: [organizationId] });
    const { secret, ...shown } = issued;
    expect((await call("getApiKey", { path: { apiKeyId: issued.id } })).body).toEqual(shown);
    const apiKey = { id: issued.id };
    const { body } = await call("getMe", { key: secret });
    expect(body).toMatchObject({ apiKey, organizations: [{ id: organizationId }] });
  });

  it("finds with a key the same dataset as by itself, or none", async () => {
    const { call, key } = await createWorld({ store });
    const { id } = (await call("createDataset", { body: ORDER })).body;
    const hash = await sha256OfText(key);
    const found = await store.findCredentials(hash, id);
    const expected = kind === "postgres" ? await store.findDataset(id) : undefined;
    expect(found?.dataset).toEqual(expected);
    const missing = "00000000-0000-7000-8000-000000000009";
    expect(await store.findCredentials(hash, missing)).toEqual(await store.findCredentials(hash));
  });

  it("agrees with the rules on the state of each dataset at each moment", async () => {
    const { call, advance } = await createWorld({ store });
    await call("createDataset", { body: ORDER });
    await call("createDataset", { body: { ...ORDER, args: { prompt: "fail: x" } } });
    for (const step of [0, 2000, 1000, 30 * 24 * 60 * 60 * 1000]) {
      advance(step);
      const { body: all } = await call("listDatasets");
      expect(all).toHaveLength(2);
      for (const state of ["PENDING", "STARTED", "READY", "FAILED", "EXPIRED"]) {
        const { body } = await call("listDatasets", { query: { state } });
        const expected = all.filter(
          (each: { metadata: { state: string } }) => each.metadata.state === state,
        );
        expect(body).toEqual(expected);
      }
    }
  });

  it("gives back the credits of a failed dataset once", async () => {
    const { call, advance, organizationId } = await createWorld({ store, credits: 10 });
    await call("createDataset", { body: { ...ORDER, args: { prompt: "fail: x" } } });
    advance(60_000);
    await call("createDataset", { body: ORDER });
    const { body } = await call("getOrganization", { path: { organizationId } });
    expect(body.credits).toBe(0);
  });

  it("makes one dataset of many equal requests at once, and answers with it later", async () => {
    const { call } = await createWorld({ store });
    const request = { body: ORDER, headers: { "Idempotency-Key": "one" } };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => call("createDataset", request)),
    );
    const others = replies.filter(({ status }) => status !== 201 && status !== 409);
    expect(others).toEqual([]);
    const { body } = await call("listDatasets");
    expect(body).toHaveLength(1);
    expect((await call("createDataset", request)).body.id).toBe(body[0].id);
  });

  it("forgets answers that are a day old, a few with each that it keeps", async () => {
    const { call, accountId, advance } = await createWorld({ store });
    const keep = (key: string) =>
      call("createDataset", { body: ORDER, headers: { "Idempotency-Key": key } });
    const old = Array.from({ length: 3 * PURGED_AT_ONCE }, (_, index) => `old-${index}`);
    for (const key of old) await keep(key);
    const kept = (keys: readonly string[]) =>
      store.write({ accountId }, async (writer) => {
        const found: string[] = [];
        for (const key of keys) if (await writer.findAnswer(accountId, key)) found.push(key);
        return found;
      });
    advance(DAY);
    await keep("a-day-later");
    expect(await kept(old)).toEqual(old);
    advance(1);
    await keep("new-0");
    expect((await kept(old)).length).toBeGreaterThanOrEqual(old.length - PURGED_AT_ONCE);
    for (let index = 1; index < 6; index++) await keep(`new-${index}`);
    expect(await kept(old)).toEqual([]);
    expect(await kept(["a-day-later", "new-0", "new-5"])).toHaveLength(3);
  });

  it("shows a secret again to its key, and stores none in clear", async () => {
    const { call, accountId } = await createWorld({ store });
    const request = { body: { name: "CI" }, headers: { "Idempotency-Key": "two" } };
    const { secret } = (await call("createApiKey", request)).body;
    expect((await call("createApiKey", request)).body.secret).toBe(secret);
    const stored = await store.write({ accountId }, (writer) =>
      writer.findAnswer(accountId, "two"),
    );
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it("sums usage, and moves lastUsedAt only forward", async () => {
    const { call, api, advance, apiKeyId } = await createWorld({ store });
    await call("getMe");
    await api.flush();
    advance(1000);
    await call("getMe");
    const { body } = await call("getUsage", { query: { interval: "hour" } });
    expect(body.buckets.at(-1).byOperation).toEqual({ getMe: 2 });
    await store.addUsage([], new Map([[apiKeyId, START - 1]]));
    const { body: key } = await call("getApiKey", { path: { apiKeyId } });
    expect(Date.parse(key.lastUsedAt)).toBe(START + 1000);
  });

  it("pages keys and events, newest first", async () => {
    const { call, issueKey, advance, apiKeyId } = await createWorld({ store });
    for (let index = 0; index < 3; index++) {
      advance(1);
      await issueKey({ name: `key ${index}` });
    }
    const first = await call("listApiKeys", { query: { limit: "2" } });
    expect(first.body.map(({ name }: { name: string }) => name)).toEqual(["key 2", "key 1"]);
    const next = new URL(/<(.*)>/.exec(first.headers.get("Link") ?? "")?.[1] ?? "");
    const cursor = next.searchParams.get("cursor") ?? "";
    const second = await call("listApiKeys", { query: { limit: "2", cursor } });
    expect(second.body.map(({ name }: { name: string }) => name)).toEqual(["key 0", "First key"]);
    expect(second.headers.has("Link")).toBe(false);
    expect((await call("listApiKeyEvents", { path: { apiKeyId } })).body).toHaveLength(1);
  });

  if (kind === "memory") return;

  it("says that it is unavailable once it is closed", async () => {
    const second = await home.open();
    const { call } = await createWorld({ store: second });
    await second.close();
    const { status, headers, body } = await call("listDatasets");
    expect([status, body.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    expect(headers.get("Retry-After")).toBe("5");
  });

  it("opens again with all that was acknowledged, also twice at once", async () => {
    const { call, key } = await createWorld({ store });
    const { body } = await call("createDataset", { body: ORDER });
    const [again, twin] = await Promise.all([home.open(), home.open()]);
    expect(await again.findDataset(body.id)).toEqual(await store.findDataset(body.id));
    expect(await twin.findDataset(body.id)).toBeDefined();
    expect(JSON.stringify(await again.findDataset(body.id))).not.toContain(key);
    await again.close();
    await twin.close();
  });

  it("lets a second node see a revocation at once", async () => {
    const { call, issueKey, api } = await createWorld({ store });
    const second = await home.open();
    const { id, secret } = await issueKey();
    const options = { secret: "x".repeat(32), environment: "test", clock: () => START } as const;
    const node = createApi({ ...options, store: second });
    const headers = { Authorization: `Bearer ${secret}` };
    const ask = async () =>
      (await node.fetch(new Request("http://localhost/me", { headers }))).status;
    expect(await ask()).toBe(200);
    await call("revokeApiKey", { path: { apiKeyId: id } });
    expect(await ask()).toBe(401);
    await node.close();
    await api.flush();
  });
});
