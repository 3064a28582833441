import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

/** The tables of this program. */
export const TABLES: readonly string[] = [
  "accounts",
  "organizations",
  "creditEntries",
  "memberships",
  "invitations",
  "apiKeys",
  "apiKeyEvents",
  "expiryNotices",
  "models",
  "datasets",
  "removals",
  "answers",
  "usage",
  "migrations",
  "rateLimits",
  "requests",
  "requestCounts",
  "requestLog",
  "requestAccounts",
  "requestKeys",
  "requestKinds",
  "webhookEndpoints",
  "webhookEvents",
  "webhookDeliveries",
  "mails",
];

/** Columns that identify a database as ours. */
const OWN_COLUMNS = ["migrations.version", "migrations.appliedAt", "apiKeys.hash"];

/** The database belongs to another program. */
export class ForeignDatabaseError extends Error {
  override readonly name: string = "ForeignDatabaseError";
}

/**
 * Refuses a PostgreSQL schema in which another program has tables with our names. Tables with other names are allowed.
 *
 * @throws ForeignDatabaseError
 */
export async function requireOwnTables(transaction: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = current_schema() and table_name in (${sql.join(TABLES)})`.execute(
    transaction,
  );
  if (rows.length === 0 || isOurs(rows)) return;
  const names = [...new Set(rows.map(({ table }) => table))].sort().join(", ");
  const message = `The schema has tables of another program with the names of ours: ${names}. Use another database, or another schema, with ?options=-c%20search_path%3Dsinkove at the end of the URL.`;
  throw new ForeignDatabaseError(message);
}

/** Whether tables with these columns are ours. */
export function isOurs(
  rows: readonly { readonly table: string; readonly column: string }[],
): boolean {
  const columns = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  return OWN_COLUMNS.every((name) => columns.has(name));
}
