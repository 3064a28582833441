import { existsSync } from "node:fs";
import type { Store } from "@sinkove/api";
import type { DatabaseLocation } from "./configuration.ts";
import { cannotUse, openDatabase } from "./database.ts";
import { lockDatabase } from "./file-lock.ts";
import { StartError, sqliteCodeOf } from "./start-error.ts";

/**
 * Opens the database for a program beside a server. It does not update an SQLite file while a server is running on it:
 * that server has an older version, and one of release 0.1.0 would then fail every request. On PostgreSQL, an older
 * server keeps working.
 *
 * @throws StartError if the database cannot be used, or a server of an older version is running on the file
 */
export async function openBesideServer(location: DatabaseLocation): Promise<Store> {
  const isChanged = location.kind === "sqlite" && (await needsMigration(location));
  if (!isChanged) return openDatabase(location, "beside a server");
  const lock = lockFrom(location.file);
  try {
    return await openDatabase(location, "beside a server");
  } finally {
    lock.release();
  }
}

/** Whether an existing SQLite file lacks migrations. No server can be running on a file that does not exist. */
async function needsMigration(location: DatabaseLocation & { readonly kind: "sqlite" }) {
  if (!existsSync(location.file)) return false;
  const { planSqliteMigrations } = await import("@sinkove/api/store/sqlite");
  try {
    return (await planSqliteMigrations(location.file)).missing.length > 0;
  } catch (error) {
    throw cannotUse(location, error);
  }
}

/** SQLITE_BUSY (sqlite.org/rescode.html): another process has the lock. */
const BUSY = 5;

function lockFrom(file: string) {
  try {
    return lockDatabase(file);
  } catch (error) {
    if (!(error instanceof Error) || sqliteCodeOf(error.cause) !== BUSY) throw error;
    const text = `A server of an older version uses the database file ${file}. Stop it before you use this version on the file: the file has to be brought up to date.`;
    throw new StartError(text, { cause: error });
  }
}
