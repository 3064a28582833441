import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import type { Store } from "../store.ts";
import { LEASE, withCachedReads } from "./cached-reads.ts";
import { type MigrationPlan, migrate, planMigrations } from "./migrations.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { APPLICATION_ID, requireOwnFile } from "./sqlite-ownership.ts";
import { watchRevision } from "./sqlite-revision.ts";
import { sqliteStore } from "./sqlite-store.ts";

export { type MigrationPlan, NewerDatabaseError } from "./migrations.ts";
export { sqliteDialect } from "./sqlite-dialect.ts";

/** Options of {@link openSqliteStore}. */
export interface SqliteStoreOptions {
  readonly file: string;
  /**
   * Whether a server may be running on the same file. If so, `write` resolves only after the server's cached reads
   * have expired. The server itself does not need this. Default: false.
   */
  readonly isBesideServer?: boolean;
}

/**
 * Opens a store in one SQLite file, and brings it up to date. Acknowledged writes have reached the disk.
 *
 * @throws Error if the file cannot be opened, or was made by a newer version or by another program
 * @example
 * const store = await openSqliteStore({ file: "sinkove.db" });
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, isBesideServer = false } = options;
  requireOwnFile(file);
  const database = new Kysely<Schema>({ dialect: sqliteDialect(file) });
  try {
    await migrate(database, {
      dialect: "sqlite",
      async prepare(transaction) {
        await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(transaction);
      },
    });
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const store = sqliteStore(database);
  return isBesideServer ? outlastingLeases(store) : cached(store, file);
}

/**
 * Returns what opening a store in an SQLite file would change in its tables. Changes nothing itself, and does not
 * create a file.
 *
 * @throws Error if the file cannot be read, or was made by another program
 */
export async function planSqliteMigrations(file: string): Promise<MigrationPlan> {
  if (!existsSync(file)) return planMigrations(0, "sqlite");
  requireOwnFile(file);
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    const find = "select count(*) as count from sqlite_schema where name = 'migrations'";
    const isEmpty = database.prepare(find).get()?.count === 0;
    const count = "select count(*) as count from migrations";
    const applied = isEmpty ? 0 : Number(database.prepare(count).get()?.count);
    return planMigrations(applied, "sqlite");
  } finally {
    database.close();
  }
}

function cached(store: Store, file: string): Store {
  // Such a database is private to its connection, so no other connection can watch it.
  if (file === "" || file === ":memory:") return store;
  const revision = watchRevision(file);
  const close = async (): Promise<void> => {
    revision.close();
    await store.close();
  };
  const options = { revision: revision.read, monotonic: () => performance.now() };
  return { ...withCachedReads(store, options), close };
}

/** Longer than a lease, because timers may fire a little early. */
const OUTLASTED = 2 * LEASE;

function outlastingLeases(store: Store): Store {
  return {
    ...store,
    async write(scope, work) {
      const result = await store.write(scope, work);
      await new Promise((resolve) => setTimeout(resolve, OUTLASTED));
      return result;
    },
  };
}
