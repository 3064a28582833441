import { Kysely } from "kysely";
import { Claims } from "../claims.ts";
import type { Store } from "../store.ts";
import { migrate } from "./migrations.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { createSqlStore } from "./store.ts";

/** BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN (sqlite.org/rescode.html). */
const UNAVAILABLE: ReadonlySet<number> = new Set([5, 6, 8, 10, 13, 14]);

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
  const claims = new Claims();
  return createSqlStore({
    database,
    around: (scope, work) => claims.hold(scope, work),
    lock: async () => {},
    isUnavailable,
  });
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  return UNAVAILABLE.has(Number(error.errcode) & 0xff);
}
