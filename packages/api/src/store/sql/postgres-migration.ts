import { type Kysely, sql } from "kysely";
import { TABLES } from "./foreign-tables.ts";
import { isLockTimeout } from "./postgres-errors.ts";
import type { Schema } from "./schema.ts";

/**
 * How long a migration waits for a table. Requests of older servers wait behind it. Shorter than PostgreSQL's
 * `deadlock_timeout`, a second: a transaction that waits for the migration, and for which the migration waits, then goes
 * on, and neither is ended.
 */
const LOCK_TIMEOUT = "500ms";

/** The pause until the next try, in milliseconds, in which those that waited go on. */
const PAUSE = 1000;

/** After so many tries, which take five to ten minutes, a migration gives up. */
const TRIES = 300;

/**
 * Locks all tables before the first is changed. A migration that took them one after another could wait for a request of
 * an older server that waits for it.
 *
 * @throws DatabaseError that {@link whenTablesAreFree} knows, if another transaction uses one of them
 */
export async function lockTables(transaction: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{
    name: string;
  }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name in (${sql.join(TABLES)}) order by table_name`.execute(
    transaction,
  );
  if (rows.length === 0) return;
  const tables = sql.join(rows.map(({ name }) => sql.id(name)));
  await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT)}`.execute(transaction);
  await sql`lock table ${tables} in access exclusive mode`.execute(transaction);
  await sql`set local lock_timeout to default`.execute(transaction);
}

/** Runs a migration again while other transactions, such as that of a backup, use the tables. */
export async function whenTablesAreFree(migrate: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await migrate();
    } catch (error) {
      if (tries === TRIES || !isLockTimeout(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
