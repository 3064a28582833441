import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteReason } from "./database.ts";
import { StartError, sqliteCodeOf } from "./start-error.ts";

/** A lock that is held until it is released or the process ends, for whatever reason. */
export interface FileLock {
  release(): void;
}

const BUSY = 5;

/**
 * Allows only one server at a time to use a database file: each server counts requests in its own memory, so two would
 * allow twice the rate limit. The lock is SQLite's own lock of a file beside the database. The operating system
 * releases it even after kill -9, unlike a file with a process id.
 *
 * @throws StartError if another server has the file, or the lock cannot be created
 */
export function lockDatabase(file: string): FileLock {
  const lockFile = `${canonical(file)}.lock`;
  try {
    const lock = new DatabaseSync(lockFile);
    lock.exec("begin exclusive");
    return { release: () => lock.close() };
  } catch (error) {
    if (sqliteCodeOf(error) !== BUSY)
      throw new StartError(sqliteReason(file, error), { cause: error });
    const message = `Another sinkove-server uses the database file ${file}. Stop it, name another file in SINKOVE_DATABASE, or move to PostgreSQL, which several servers can share, by DATABASE_URL.`;
    throw new StartError(message, { cause: error });
  }
}

/** The path of the lock, which is the same for all names of a file. */
function canonical(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  const folder = dirname(resolve(file));
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(file));
}
