import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { generateApiKey } from "@sinkove/api-key";
import { createDatabase } from "@sinkove/temporary-postgres";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { createApi, type Store } from "../src/index.ts";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";
import { requestOf, START } from "./client.ts";

const ACCOUNT = "01a20cff-7d00-7101-8101-010101010101";
const ORGANIZATION = "01a20cff-7d00-7102-8101-010101010101";
const NOW = START + 60_000;

/** Returns one of the fixture's keys. Its random source filled each key with the same byte. */
const keyOf = (byte: number): string =>
  generateApiKey("test", { random: (bytes) => bytes.fill(byte) });
const [FIRST, TRAINING, SUCCESSOR] = [keyOf(1), keyOf(2), keyOf(4)];

const read = (name: string): string =>
  readFileSync(new URL(`fixtures/release-0.1.0.${name}.sql`, import.meta.url), "utf8");

const databases: Readonly<Record<string, () => Promise<Store>>> = {
  async SQLite() {
    const folder = mkdtempSync(join(tmpdir(), "sinkove-release-"));
    const file = join(folder, "store.db");
    const database = new DatabaseSync(file);
    database.exec(read("sqlite"));
    database.close();
    const store = await openSqliteStore({ file });
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    return store;
  },
  async PostgreSQL() {
    const { url, remove } = await createDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(read("postgres"));
    await client.end();
    const store = await openPostgresStore({ url, usesRequestClock: true });
    onTestFinished(async () => {
      await store.close();
      await remove();
    }, 60_000);
    return store;
  },
};

describe.each(Object.entries(databases))("a database of release 0.1.0 on %s", (_, open) => {
  it("keeps its keys, members, datasets, events, usage and answers", async () => {
    const store = await open();
    const secret = "a secret for tests, and for nothing else";
    const api = createApi({ store, secret, environment: "test", clock: () => NOW });
    const call = async (...[id, request]: Parameters<typeof requestOf>) => {
      const response = await api.fetch(requestOf(id, { key: FIRST, ...request }));
      return { status: response.status, body: await response.json() };
    };

    const { body: me } = await call("getMe", {});
    expect(me).toMatchObject({
      account: { id: ACCOUNT, name: "Ada Lovelace", email: null, emailVerified: false },
      organizations: [{ id: ORGANIZATION, credits: 990, role: "owner" }],
    });
    expect(me.account.createdAt).toBeNull();
    for (const key of [TRAINING, SUCCESSOR]) {
      expect((await call("listDatasets", { key })).body).toMatchObject([{ ownerId: ACCOUNT }]);
    }
    const path = { organizationId: ORGANIZATION };
    const { body: members } = await call("getOrganization", { path });
    expect(members.role).toBe("owner");
    expect(await store.listMembers(ORGANIZATION)).toEqual([
      expect.objectContaining({ accountId: ACCOUNT, role: "owner", joinedAt: null }),
    ]);

    const { body: keys } = await call("listApiKeys", {});
    const names = keys.map(({ name }: { name: string }) => name);
    expect(names).toEqual(["Training pipeline", "Training pipeline", "First key"]);
    expect(keys[1].createdBy).toEqual({ type: "api_key", id: keys[2].id });
    expect(keys[2].createdBy).toBeNull();
    const { body: events } = await call("listApiKeyEvents", { path: { apiKeyId: keys[1].id } });
    const types = events.map(({ type }: { type: string }) => type);
    expect(types).toEqual(["rotated", "updated", "created"]);
    expect(events[0].actor).toEqual({ type: "api_key", id: keys[2].id });
    const { body: usage } = await call("getUsage", {});
    expect(usage.buckets.at(-1).byOperation).toMatchObject({ createDataset: 1, rotateApiKey: 1 });

    const body = {
      name: "Training",
      scopes: ["api_keys:read", "datasets:read", "datasets:write"],
      organizationIds: [ORGANIZATION],
    };
    const again = { body, headers: { "Idempotency-Key": "make-training" } };
    expect((await call("createApiKey", again)).body.secret).toBe(TRAINING);

    const page = { limit: 10 };
    const entries = await store.listCreditEntries({ organizationId: ORGANIZATION }, page);
    expect(entries).toMatchObject([{ kind: "adjustment", amount: 990 }]);
    const [{ modelId }] = (await call("listDatasets", {})).body;
    const order = { modelId, numSamples: 10, args: { prompt: "cardiomegaly" } };
    expect((await call("createDataset", { body: order })).status).toBe(201);
    const after = await store.listCreditEntries({ organizationId: ORGANIZATION }, page);
    expect(after.map(({ amount }) => amount).sort()).toEqual([-10, 990]);
  });

  it("gives the first key of an owner no scope that it did not have", async () => {
    const store = await open();
    const secret = "a secret for tests, and for nothing else";
    const api = createApi({ store, secret, environment: "test", clock: () => NOW });
    const path = { organizationId: ORGANIZATION };
    const response = await api.fetch(requestOf("listMembers", { key: FIRST, path }));
    expect(response.status).toBe(403);
  });
});
