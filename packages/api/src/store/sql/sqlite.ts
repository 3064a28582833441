import { Kysely } from "kysely";
import type { Store } from "../store.ts";
import { withCachedCredentials } from "./cached-credentials.ts";
import { migrate } from "./migrations.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { watchRevision } from "./sqlite-revision.ts";
import { sqliteStore } from "./sqlite-store.ts";

/**
 * Opens a store in one SQLite file, and brings it up to date. What it acknowledges has reached the disk.
 *
 * @throws Error where the file cannot be opened, or was made by a newer version
 * @example
 * const store = await openSqliteStore({ file: "sinkove.db" });
 */
export async function openSqliteStore({ file }: { readonly file: string }): Promise<Store> {
  const database = new Kysely<Schema>({ dialect: sqliteDialect(file) });
  try {
    await migrate(database, async () => {});
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return cached(sqliteStore(database), file);
}

function cached(store: Store, file: string): Store {
  // Such a database is its connection's own: no other can watch it.
  if (file === "" || file === ":memory:") return store;
  const revision = watchRevision(file);
  const close = async (): Promise<void> => {
    revision.close();
    await store.close();
  };
  return { ...withCachedCredentials(store, revision.read), close };
}
