import { DatabaseSync } from "node:sqlite";
import { ForeignDatabaseError, isOurs } from "./foreign-tables.ts";

/** Marks an SQLite file as ours (sqlite.org/pragma.html#pragma_application_id): "sink" in ASCII. */
export const APPLICATION_ID = 0x73696e6b;

/**
 * Refuses an SQLite file that another program has made, before anything in it is changed.
 *
 * @throws ForeignDatabaseError
 */
export function requireOwnFile(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    const { application_id } = database.prepare("pragma application_id").get() ?? {};
    if (application_id === APPLICATION_ID) return;
    const rows = database
      .prepare(
        `select t.name as "table", c.name as "column" from sqlite_schema t, pragma_table_info(t.name) c
          where t.type = 'table' and t.name not like 'sqlite_%'`,
      )
      .all()
      .map(({ table, column }) => ({ table: `${table}`, column: `${column}` }));
    const isNew = rows.length === 0 && application_id === 0;
    if (isNew || isOurs(rows)) return;
  } finally {
    database.close();
  }
  throw new ForeignDatabaseError("The file is the database of another program.");
}
