import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "@sinkove/api";
import { openPostgresStore } from "@sinkove/api/store/postgres";
import { openSqliteStore } from "@sinkove/api/store/sqlite";
import { createDatabase } from "@sinkove/temporary-postgres";

/** A store on SQLite in a separate file, which is removed on closing. */
export async function openTemporarySqlite(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-conformance-"));
  const store = await openSqliteStore({ file: join(folder, "store.db") });
  return closingWith(store, () => rm(folder, { recursive: true }));
}

/** A store on PostgreSQL in a separate database, with the scenarios' clock. The database is removed on closing. */
export async function openTemporaryPostgres(): Promise<Store> {
  const { url, remove } = await createDatabase();
  return closingWith(await openPostgresStore({ url, usesRequestClock: true }), remove);
}

function closingWith(store: Store, clean: () => Promise<void>): Store {
  const close = async () => {
    await store.close();
    await clean();
  };
  return { ...store, close };
}
