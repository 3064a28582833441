import { createDatabase, run } from "@sinkove/temporary-postgres";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { idAt, START } from "./client.ts";
import {
  WITHOUT_CREDITS,
  WITHOUT_LEAKS,
  WITHOUT_TRIGGERS,
  WITHOUT_WEBHOOKS,
} from "./earlier-versions.ts";

it("lets a request of an older server go on that uses tables in another order than the migration", async () => {
  const { url, remove } = await createDatabase();
  onTestFinished(remove, 60_000);
  await (await openPostgresStore({ url })).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of [
    ...[...WITHOUT_TRIGGERS.postgres, ...WITHOUT_CREDITS, ...WITHOUT_WEBHOOKS, ...WITHOUT_LEAKS],
    "delete from migrations where version > 10",
    // The migration needs this table last.
    "begin",
    "select * from accounts",
  ])
    await client.query(statement);
  const opening = openPostgresStore({ url });
  const waiting =
    "select 1 from pg_locks join pg_database on pg_database.oid = database " +
    "where datname = current_database() and not granted";
  await expect.poll(async () => (await run(url, waiting)).length).toBe(1);
  await client.query("select * from organizations");
  await client.query("commit");
  await client.end();
  const store = await opening;
  expect(await store.listMembers(idAt(START))).toEqual([]);
  await store.close();
}, 60_000);
