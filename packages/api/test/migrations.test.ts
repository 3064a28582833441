import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createDatabase, run } from "@sinkove/temporary-postgres";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { stateOf } from "../src/datasets/state.ts";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { REQUEST_LOG } from "../src/store/sql/request-log-migration.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { createWorld, entryOf, idAt, MODEL, START } from "./client.ts";
import { sumOf } from "./credit-chain.ts";

const WITHOUT_REQUESTS = ["requestLog", "requestAccounts", "requestKeys", "requestKinds"].map(
  (table) => `drop table "${table}"`,
);

const WITHOUT_WEBHOOKS = ["webhookDeliveries", "webhookEvents", "webhookEndpoints"].map(
  (table) => `drop table "${table}"`,
);

const WITHOUT_NOT_BEFORE = `alter table removals drop column "notBefore"`;

const WITHOUT_LEAKS = [
  `drop index "apiKeysByExpiry"`,
  `drop table "expiryNotices"`,
  `alter table "apiKeyEvents" drop column leak`,
  `alter table "apiKeyEvents" drop column expiry`,
  `alter table organizations drop column "leakPolicy"`,
];

const WITHOUT_CREDITS = [
  "drop table mails",
  `alter table organizations drop column "lowCreditsThreshold"`,
  `alter table organizations drop column "lowCreditsMailedAt"`,
  `alter table accounts drop column "suspendedAt"`,
  `drop table "creditEntries"`,
  `alter table organizations drop column "recordedCredits"`,
];

/** The triggers of credits, which each database drops in its own way. */
const WITHOUT_TRIGGERS = {
  sqlite: [`drop trigger "recordCredits"`, `drop trigger "recordFirstCredits"`],
  postgres: [`drop trigger "recordCredits" on organizations`, `drop function "recordCredits"`],
};

/** Takes back what came after the seventh migration. */
const WITHOUT_COMPACT_REQUESTS = [
  ...WITHOUT_CREDITS,
  ...WITHOUT_LEAKS,
  ...WITHOUT_WEBHOOKS,
  WITHOUT_NOT_BEFORE,
  ...WITHOUT_REQUESTS,
  ...REQUEST_LOG.filter((statement) => typeof statement === "string"),
  "delete from migrations where version > 7",
];

/** Takes back what came after the third migration. The tables of the rate limits are on PostgreSQL only. */
const WITHOUT_CREATORS = [
  ...WITHOUT_CREDITS,
  ...WITHOUT_LEAKS,
  ...WITHOUT_WEBHOOKS,
  ...WITHOUT_REQUESTS,
  "drop table invitations",
  `drop index "membershipsByOrganization"`,
  `drop index "accountsByAddress"`,
  ...["email", "addressKey", "emailVerified", "createdAt", "deletedAt"].map(
    (column) => `alter table accounts drop column "${column}"`,
  ),
  "alter table memberships drop column role",
  `alter table memberships drop column "joinedAt"`,
  `alter table "apiKeys" drop column "createdByAccountId"`,
  `alter table "apiKeyEvents" drop column "actorAccountId"`,
  `drop index "liveApiKeys"`,
  `alter table "apiKeys" drop column "rateLimit"`,
  WITHOUT_NOT_BEFORE,
  `drop index "apiKeysByCreator"`,
  `drop index "apiKeysByPredecessor"`,
  `alter table "apiKeys" drop column "createdByApiKeyId"`,
  "delete from migrations where version > 3",
];

/** A database as the version before the third migration left it. */
function takeBack(file: string): void {
  const database = new DatabaseSync(file);
  for (const statement of [...WITHOUT_TRIGGERS.sqlite, ...WITHOUT_CREATORS])
    database.exec(statement);
  database.exec(`
    drop index "openDatasets";
    drop index "datasetsByStart";
    drop index "expiringDatasets";
    drop table removals;
    delete from migrations where version > 2;`);
  for (const column of ["attempts", "errors", "samplesDone", "leaseToken", "leaseExpiresAt"]) {
    database.exec(`alter table datasets drop column "${column}"`);
  }
  database.exec("alter table datasets drop column archive");
  database.exec(`update datasets set size = 5, sha256 = 'ab' where "failureReason" is null`);
  database.close();
}

it("leaves datasets whose archive only described them to workers, and keeps what has failed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "store.db");
  const before = await openSqliteStore({ file });
  const { call } = await createWorld({ store: before });
  const ids: string[] = [];
  for (const prompt of ["cardiomegaly", "fail: on purpose"]) {
    const order = { modelId: MODEL.id, numSamples: 1, args: { prompt } };
    ids.push((await call("createDataset", { body: order })).body.id);
  }
  await before.close();
  takeBack(file);

  const store = await openSqliteStore({ file });
  const [described, failed] = await Promise.all(ids.map((id) => store.findDataset(id)));
  const later = START + 60_000;
  expect(described).toMatchObject({ finishedAt: null, size: 0, sha256: null, archive: null });
  expect(described && stateOf(described, later)).toBe("PENDING");
  expect(failed && stateOf(failed, later)).toBe("FAILED");
  const leased = await store.leaseDataset({ token: "a", now: later, expiresAt: later + 1 });
  expect(leased?.id).toBe(ids[0]);
  await store.close();
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A database that tests can open, and whose statements they can run. */
interface Database {
  readonly open: () => Promise<Store>;
  readonly run: (statements: readonly string[]) => Promise<void>;
  /** Drops the triggers of credits. */
  readonly triggers: readonly string[];
  /** What else only this database has of the later migrations. */
  readonly own: readonly string[];
}

const databases: Readonly<Record<string, () => Promise<Database>>> = {
  async SQLite() {
    const folder = mkdtempSync(join(tmpdir(), "sinkove-migrations-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "store.db");
    return {
      triggers: WITHOUT_TRIGGERS.sqlite,
      own: [],
      open: () => openSqliteStore({ file }),
      async run(statements) {
        const database = new DatabaseSync(file);
        database.exec("pragma foreign_keys = on");
        for (const statement of statements) database.exec(statement);
        database.close();
      },
    };
  },
  async PostgreSQL() {
    const { url, remove } = await createDatabase();
    onTestFinished(remove, 60_000);
    return {
      triggers: WITHOUT_TRIGGERS.postgres,
      own: [`drop table "rateLimits"`, `drop function "drawTokens"`],
      open: () => openPostgresStore({ url }),
      async run(statements) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        for (const statement of statements) await client.query(statement);
        await client.end();
      },
    };
  },
};

describe.each(Object.entries(databases))("on %s", (_, create) => {
  it("finds the creators of keys in their events", async () => {
    const { open, run, own, triggers } = await create();
    const before = await open();
    const { call, issueKey, apiKeyId, accountId } = await createWorld({ store: before });
    const child = await issueKey();
    const path = { apiKeyId: child.id };
    const { body: successor } = await call("rotateApiKey", { path, key: child.secret });
    const orphan = await issueKey();
    await before.close();
    await run([
      ...triggers,
      ...own,
      ...WITHOUT_CREATORS,
      // As after a command of the operator, whose key is in no database.
      `update "apiKeyEvents" set "actorApiKeyId" = 'nobody' where "apiKeyId" = '${orphan.id}'`,
    ]);

    const store = await open();
    const creatorOf = async (id: string) =>
      (await store.findApiKey(accountId, id))?.createdByApiKeyId;
    expect(await creatorOf(apiKeyId)).toBeNull();
    expect(await creatorOf(child.id)).toBe(apiKeyId);
    expect(await creatorOf(successor.id)).toBe(child.id);
    expect(await creatorOf(orphan.id)).toBeNull();
    await store.close();
  }, 60_000);

  it("gives balances of before entries an entry each, and none to empty ones", async () => {
    const { open, run, triggers } = await create();
    const before = await open();
    const world = await createWorld({ store: before, credits: 25 });
    const { organizationId, accountId } = world;
    const { body: empty } = await world.call("createOrganization", { body: { name: "Empty" } });
    await before.close();
    await run([
      ...[...triggers, ...WITHOUT_CREDITS, ...WITHOUT_WEBHOOKS, ...WITHOUT_LEAKS],
      "delete from migrations where version > 10",
    ]);

    const store = await open();
    const list = (id: string) => store.listCreditEntries({ organizationId: id }, { limit: 10 });
    const reason = "The balance from before entries were recorded.";
    const nobody = { actorApiKeyId: null, actorAccountId: null, datasetId: null };
    const first = { kind: "adjustment", amount: 25, organizationId, reason, ...nobody };
    expect(await list(organizationId)).toEqual([
      { ...first, id: expect.stringMatching(UUID), createdAt: expect.any(Number) },
    ]);
    expect(await list(empty.id)).toEqual([]);
    const entry = entryOf(organizationId, -20);
    const after = await store.write({ accountId }, (writer) => writer.addCreditEntry(entry));
    expect(after).toMatchObject({ credits: 5 });
    expect(sumOf(await list(organizationId))).toBe(5);
    await store.close();
  }, 60_000);

  it("records a balance that others change without an entry", async () => {
    const { open, run } = await create();
    const before = await open();
    const { organizationId, accountId } = await createWorld({ store: before, credits: 25 });
    await before.close();
    const other = idAt(START);
    const here = `where id = '${organizationId}'`;
    await run([
      // As the release before does, which does not know of entries.
      `update organizations set credits = credits - 10 ${here} and credits >= 10`,
      `update organizations set name = 'Neurology' ${here}`,
      `update organizations set credits = credits ${here}`,
      `update organizations set credits = credits + 1000000000000 ${here}`,
      `insert into organizations (id, name, credits, "createdAt")
         values ('${other}', 'Other', 7, ${START})`,
      `insert into organizations (id, name, credits, "createdAt")
         values ('${idAt(START)}', 'Empty', 0, ${START})`,
    ]);

    const store = await open();
    const list = (id: string) => store.listCreditEntries({ organizationId: id }, { limit: 10 });
    const amounts = (await list(organizationId)).map(({ kind, amount }) => `${kind} ${amount}`);
    expect(amounts.sort()).toEqual(["adjustment -10", "adjustment 1000000000000", "grant 25"]);
    expect(await list(other)).toMatchObject([
      { id: expect.stringMatching(UUID), kind: "adjustment", amount: 7 },
    ]);
    for (const id of [organizationId, other]) {
      const [found] = await store.listOrganizations([id], START);
      expect(found?.credits).toBe(sumOf(await list(id)));
      const entry = entryOf(id, 1);
      await store.write({ accountId }, (writer) => writer.addCreditEntry(entry));
    }
    expect((await list(other)).map(({ kind }) => kind).sort()).toEqual(["adjustment", "grant"]);
    // The release before deletes an organization without looking for entries.
    await run([`delete from organizations where id = '${other}'`]);
    expect(await list(other)).toEqual([]);
    await store.close();
  }, 60_000);

  it("keeps the requests of a log whose rows had texts in place of numbers", async () => {
    const { open, run, triggers } = await create();
    const before = await open();
    const { accountId, apiKeyId } = await createWorld({ store: before });
    await before.close();
    const usual = { accountId, method: "GET", operationId: "listModels", path: "/models" };
    const byKey = { actorType: "api_key", actorId: apiKeyId, apiKeyId } as const;
    const byPerson = { actorType: "person", actorId: accountId, apiKeyId: null } as const;
    const success = { status: 200, statusClass: "2xx", code: null, reason: null };
    const denied = { status: 403, statusClass: "4xx", code: "PERMISSION_DENIED", reason: "scope" };
    const client = { address: "2001:db8::7", userAgent: "it's \u{1f600}", durationMs: 0.125 };
    const unknown = { address: null, userAgent: null, durationMs: 2 };
    const made = [
      { ...usual, ...byKey, ...success, ...client },
      { ...usual, ...byKey, ...denied, ...unknown },
      { ...usual, ...byPerson, ...success, ...unknown },
      { ...usual, ...byKey, ...success, ...unknown },
    ].map((each, index) => ({ ...each, id: idAt(START + index), createdAt: START + index }));
    await run([
      ...triggers,
      ...WITHOUT_COMPACT_REQUESTS,
      ...made.map((each) => insertionOf("requests", each)),
      insertionOf("requestCounts", { accountId, requests: made.length }),
    ]);

    const store = await open();
    const list = () => store.listRequests({ accountId, within: null, from: 0 }, { limit: 10 });
    expect(await list()).toEqual(made.toReversed());
    // They are counted: past two, the oldest go.
    await store.addRequests([], { before: 0, rows: 2 });
    expect(await list()).toHaveLength(2);
    await store.close();
  }, 60_000);
});

function insertionOf(table: string, row: Readonly<Record<string, string | number | null>>): string {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  const cells = Object.values(row).map((cell) =>
    typeof cell === "string" ? `'${cell.replaceAll("'", "''")}'` : `${cell}`,
  );
  return `insert into "${table}" (${columns.join()}) values (${cells.join()})`;
}

it("lets a request of an older server go on that uses tables in another order than the migration", async () => {
  const { url, remove } = await createDatabase();
  onTestFinished(remove, 60_000);
  await (await openPostgresStore({ url })).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of [
    ...[...WITHOUT_TRIGGERS.postgres, ...WITHOUT_CREDITS, ...WITHOUT_WEBHOOKS, ...WITHOUT_LEAKS],
    "delete from migrations where version > 10",
    // The migration needs the table last.
    "begin",
    "select * from accounts",
  ])
    await client.query(statement);
  const opening = openPostgresStore({ url });
  const waiting = "select count(*)::int as count from pg_locks where not granted";
  await expect.poll(async () => (await run(url, waiting))[0]?.count, { timeout: 30_000 }).toBe(1);
  await client.query("select * from organizations");
  await client.query("commit");
  await client.end();
  const store = await opening;
  expect(await store.listMembers(idAt(START))).toEqual([]);
  await store.close();
}, 60_000);
