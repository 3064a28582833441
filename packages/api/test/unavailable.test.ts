import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Store, StoreUnavailableError } from "../src/index.ts";
import type { Schema } from "../src/store/sql/schema.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";
import { sqliteDialect } from "../src/store/sql/sqlite-dialect.ts";
import { sqliteStore } from "../src/store/sql/sqlite-store.ts";
import { createWorld, MODEL, type Reply } from "./client.ts";

const ORDER = { modelId: MODEL.id, numSamples: 1, args: { prompt: "p".repeat(1000) } };

describe("a SQLite database that cannot be written to", () => {
  let folder: string;
  let file: string;
  let database: Kysely<Schema>;
  let store: Store;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "sinkove-unavailable-"));
    file = join(folder, "store.db");
    await (await openSqliteStore({ file })).close();
    database = new Kysely<Schema>({ dialect: sqliteDialect(file, 2) });
    store = sqliteStore(database);
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it("answers 503 while it is full, keeps what it has, and goes on when there is room", async () => {
    const { call } = await createWorld({ store, credits: 10_000 });
    await sql`pragma max_page_count = 1`.execute(database);
    let made = 0;
    let reply = await call("createDataset", { body: ORDER });
    for (; reply.status === 201 && made < 1000; made++) {
      reply = await call("createDataset", { body: ORDER });
    }
    expectUnavailable(reply);
    await expect(store.ping()).resolves.toBeUndefined();
    expect((await call("listDatasets")).body).toHaveLength(made);
    expect(integrityOf(file)).toBe("ok");
    await sql`pragma max_page_count = 1000000`.execute(database);
    expect((await call("createDataset", { body: ORDER })).status).toBe(201);
    expect((await call("listOrganizations")).body[0].credits).toBe(10_000 - made - 1);
  });

  it("answers 503 to writes while another process holds its lock, and still reads", async () => {
    const { call } = await createWorld({ store });
    const other = new DatabaseSync(file);
    other.exec("begin exclusive");
    expectUnavailable(await call("createDataset", { body: ORDER }));
    expect(await call("listDatasets")).toMatchObject({ status: 200, body: [] });
    other.exec("rollback");
    other.close();
    expect((await call("createDataset", { body: ORDER })).status).toBe(201);
    expect(integrityOf(file)).toBe("ok");
  });

  it("says in its log why it cannot be written to", async () => {
    const { call, log } = await createWorld({ store, credits: 10_000 });
    await sql`pragma max_page_count = 1`.execute(database);
    while ((await call("createDataset", { body: ORDER })).status === 201);
    const [error] = log.filter(({ level }) => level === "error");
    expect(error?.error).toContain("database or disk is full");
  });

  it("rejects all waiting writes when it is closed", async () => {
    const work = held();
    const waiting = [store.write({ accountId: "any" }, work.run)];
    await work.begun;
    waiting.push(store.ping(), store.ping(), store.ping());
    await store.close();
    work.finish();
    const refused = { status: "rejected", reason: expect.any(StoreUnavailableError) };
    expect(await Promise.allSettled(waiting)).toEqual(waiting.map(() => refused));
  });

  it("acknowledges nothing that it cannot commit because it is closed", async () => {
    const work = held();
    const transaction = database.transaction().execute(work.run);
    await work.begun;
    await store.close();
    work.finish();
    await expect(transaction).rejects.toThrow("not open");
  });
});

/** Returns work that runs until the test finishes it. */
function held() {
  let [begin, finish] = [() => {}, () => {}];
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const run = (): Promise<void> => {
    begin();
    return finished;
  };
  return { run, begun, finish };
}

function expectUnavailable({ status, headers, body }: Reply): void {
  expect([status, body.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
  expect(headers.get("Retry-After")).toBe("5");
}

function integrityOf(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("pragma integrity_check").get();
  database.close();
  return row?.integrity_check;
}
