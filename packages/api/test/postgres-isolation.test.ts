import { createDatabase, run } from "@sinkove/temporary-postgres";
import { expect, it, onTestFinished } from "vitest";
import { createPostgresPool } from "../src/store/sql/postgres-pool.ts";

it("reads what is committed, whatever the database has as its default", async () => {
  const { url, remove } = await createDatabase();
  onTestFinished(remove, 60_000);
  const name = new URL(url).pathname.slice(1);
  await run(url, `alter database ${name} set default_transaction_isolation = 'repeatable read'`);
  const pool = createPostgresPool({ url, connections: 1, timeout: 4000 });
  const connection = await pool.connect();
  const { rows } = await connection.query("show transaction_isolation", []);
  connection.release();
  await pool.end();
  expect(rows).toEqual([{ transaction_isolation: "read committed" }]);
}, 60_000);
