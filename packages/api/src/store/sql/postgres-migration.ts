import { type Kysely, sql } from "kysely";
import { TABLES } from "./foreign-tables.ts";
import { isLockTimeout } from "./postgres-errors.ts";
import type { Schema } from "./schema.ts";

/**
 * How long a migration waits for a table. Requests of older servers wait behind it. It is shorter than PostgreSQL's
 * `deadlock_timeout` of a second, so that a transaction that waits for the migration, and that the migration waits for,
 * can continue, and neither is ended.
 */
const LOCK_TIMEOUT = "500ms";

/** The pause before the next try, in milliseconds, in which waiting requests continue. */
const PAUSE = 1000;

/** A migration gives up after this many tries, which take five to ten minutes. */
const TRIES = 300;

/**
 * Locks all tables before the first is changed. A migration that locked them one after another could deadlock with a
 * request of an older server.
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
