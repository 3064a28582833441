import { DatabaseSync } from "node:sqlite";

/** Tells whether anything was committed to a SQLite file. */
export interface SqliteRevision {
  /** Returns another value if another connection, of this process or another, has committed since the last call. */
  readonly read: () => number;
  readonly close: () => void;
}

/**
 * Watches a file through a connection that never writes: SQLite's `data_version` reports the commits of all other
 * connections (sqlite.org/pragma.html#pragma_data_version).
 */
export function watchRevision(file: string): SqliteRevision {
  const database = new DatabaseSync(file);
  const statement = database.prepare("pragma data_version");
  return {
    read: () => Number(statement.get()?.data_version),
    close: () => database.close(),
  };
}
