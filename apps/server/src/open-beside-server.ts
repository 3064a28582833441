import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Store } from "@sinkove/api";
import type { DatabaseLocation } from "./configuration.ts";
import { cannotUse, openDatabase } from "./database.ts";
import { lockDatabase } from "./file-lock.ts";
import { StartError, sqliteCodeOf } from "./start-error.ts";

/**
 * Opens the database for a program beside a server. It does not update an SQLite file while a server is running on it:
 * that server has an older version, and one of release 0.1.0 would then fail every request. On PostgreSQL, an older
 * server keeps working. It does not create an SQLite file either, because a program that runs in another folder than the
 * server would find an empty database there.
 *
 * @throws StartError if the database cannot be used, or a server of an older version is running on the file
 */
export async function openBesideServer(location: DatabaseLocation): Promise<Store> {
  if (location.kind === "sqlite") requireFile(location.file);
  const isChanged = location.kind === "sqlite" && (await needsMigration(location));
  if (!isChanged) return openDatabase(location, "beside a server");
  const lock = lockFrom(location.file);
  try {
    return await openDatabase(location, "beside a server");
  } finally {
    lock.release();
  }
}

function requireFile(file: string): void {
  if (existsSync(file)) return;
  const text = `There is no database file ${resolve(file)}. Set SINKOVE_DATABASE to the server's file, or start sinkove-server once to create one.`;
  throw new StartError(text);
}

/** Whether an SQLite file lacks migrations. */
async function needsMigration(location: DatabaseLocation & { readonly kind: "sqlite" }) {
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
