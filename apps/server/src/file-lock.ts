import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteReason } from "./database.ts";
import { StartError, sqliteCodeOf } from "./start-error.ts";

/** Held until it is released, or the process ends, however it ends. */
export interface FileLock {
  release(): void;
}

const BUSY = 5;

/**
 * Lets one server at a time use a database file: each counts its keys' requests in its own memory, so
 * that two would let twice as many through. The lock is SQLite's own on a file beside the database, which the
 * operating system releases even after kill -9; a file with a process id in it would stay.
 *
 * @throws StartError where another server has the file, or the lock cannot be made
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

/** One file has one lock, by whichever way it is named. */
function canonical(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  const folder = dirname(resolve(file));
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(file));
}
