import { Kysely, sql } from "kysely";
import type { Store } from "../store.ts";
import { LEASE, withCachedReads } from "./cached-reads.ts";
import { migrate } from "./migrations.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { APPLICATION_ID, requireOwnFile } from "./sqlite-ownership.ts";
import { watchRevision } from "./sqlite-revision.ts";
import { sqliteStore } from "./sqlite-store.ts";

export { sqliteDialect } from "./sqlite-dialect.ts";

/** Options of {@link openSqliteStore}. */
export interface SqliteStoreOptions {
  readonly file: string;
  /**
   * Whether a server may run on the same file, which itself has nobody to wait for: what `write` has written is
   * then acknowledged only when such a server has stopped to answer from what it knew before. Default: false.
   */
  readonly isBesideServer?: boolean;
}

/**
 * Opens a store in one SQLite file, and brings it up to date. What it acknowledges has reached the disk.
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
    await migrate(database, "sqlite", async (transaction) => {
      await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(transaction);
    });
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const store = sqliteStore(database);
  return isBesideServer ? outlastingLeases(store) : cached(store, file);
}

function cached(store: Store, file: string): Store {
  // Such a database is its connection's own: no other can watch it.
  if (file === "" || file === ":memory:") return store;
  const revision = watchRevision(file);
  const close = async (): Promise<void> => {
    revision.close();
    await store.close();
  };
  const options = { revision: revision.read, monotonic: () => performance.now() };
  return { ...withCachedReads(store, options), close };
}

/** Timers may come a little early. */
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
