import { DatabaseSync } from "node:sqlite";

/** Tells whether anything was committed to a SQLite file. */
export interface SqliteRevision {
  /** Differs from what it was where another connection, of this process or another, has committed since. */
  readonly read: () => number;
  readonly close: () => void;
}

/**
 * Watches a file over a connection that never writes: SQLite's `data_version` tells a connection of the commits of
 * all others (sqlite.org/pragma.html#pragma_data_version).
 */
export function watchRevision(file: string): SqliteRevision {
  const database = new DatabaseSync(file);
  const statement = database.prepare("pragma data_version");
  return {
    read: () => Number(statement.get()?.data_version),
    close: () => database.close(),
  };
}
