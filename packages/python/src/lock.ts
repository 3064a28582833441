import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";

const BUSY = 5;

/**
 * Runs work that only one process at a time may do. The lock is SQLite's file lock, which the operating system releases
 * when the process ends, even if it is killed.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    while (!isTaken(lock)) await wait(200, undefined, signal && { signal });
    return await work();
  } finally {
    lock.close();
  }
}

function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec("begin exclusive");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === BUSY) return false;
    throw error;
  }
}
