import type { Store } from "@sinkove/api";
import type { DatabaseLocation } from "./configuration.ts";
import { codeOf, messageOf, StartError, sqliteCodeOf } from "./start-error.ts";

/** Who opens a database: a server (only one per SQLite file), or a program beside it. */
export type DatabaseUser = "server" | "beside a server";

/**
 * Opens the database and updates it.
 *
 * @throws StartError if it cannot be used
 */
export async function openDatabase(location: DatabaseLocation, user: DatabaseUser): Promise<Store> {
  try {
    return await open(location, user);
  } catch (error) {
    throw cannotUse(location, error);
  }
}

/** The error for a database that cannot be used. */
export function cannotUse(location: DatabaseLocation, error: unknown): StartError {
  const reason =
    location.kind === "sqlite"
      ? sqliteReason(location.file, error)
      : postgresReason(location.url, error);
  return new StartError(reason, { cause: error });
}

/** Loads PostgreSQL's client only when it is needed, because that takes a while. */
async function open(location: DatabaseLocation, user: DatabaseUser): Promise<Store> {
  if (location.kind === "sqlite") {
    const { openSqliteStore } = await import("@sinkove/api/store/sqlite");
    return openSqliteStore({ file: location.file, isBesideServer: user !== "server" });
  }
  const { openPostgresStore } = await import("@sinkove/api/store/postgres");
  const { url, connections, timeout } = location;
  return openPostgresStore({ url, timeout, maxConnections: connections });
}

const CANNOT_OPEN =
  "cannot be opened or written: its folder must exist and be writable. Name another file in SINKOVE_DATABASE.";
const DAMAGED =
  "is damaged, or not an SQLite database. Restore it from a backup, or name another file in SINKOVE_DATABASE.";

const SQLITE_REASONS: Readonly<Record<number, string>> = {
  5: "is locked by another program. Wait until that has ended.",
  8: CANNOT_OPEN,
  10: "cannot be read or written: the disk reports an error.",
  11: DAMAGED,
  13: "cannot grow: the disk is full. Free up space.",
  14: CANNOT_OPEN,
  26: DAMAGED,
};

/** Why an SQLite file cannot be used. */
export function sqliteReason(file: string, error: unknown): string {
  if (isForeign(error))
    return `The file ${file} is the database of another program, and was left as it is. Name another file in SINKOVE_DATABASE.`;
  if (isNewer(error)) return `The database file ${file} cannot be used. ${messageOf(error)}`;
  const reason = SQLITE_REASONS[sqliteCodeOf(error) ?? 0];
  return `The database file ${file} ${reason ?? `cannot be used: ${messageOf(error)}`}`;
}

/** Compares the name instead of the class, because the class is in the database client, which may not be loaded. */
function isForeign(error: unknown): boolean {
  return error instanceof Error && error.name === "ForeignDatabaseError";
}

function isNewer(error: unknown): boolean {
  return error instanceof Error && error.name === "NewerDatabaseError";
}

const POSTGRES_REASONS: Readonly<Record<string, string>> = {
  "28P01": "refuses the user or the password. Correct DATABASE_URL.",
  "28000": "refuses the user. Correct DATABASE_URL.",
  "3D000": "has no database of that name. Create it, or correct DATABASE_URL.",
  "55P03":
    "has tables that other transactions have used for minutes, such as a backup. Wait until they have ended.",
  // Of PgBouncer, which PostgreSQL itself uses for broken clients only.
  "08P01":
    "refuses the settings of the connection. List them in ignore_startup_parameters of PgBouncer.",
  "3F000":
    "has no schema for the tables of that user. Grant it USAGE and CREATE on a schema of its search_path.",
  "42501": "does not let that user create tables. Grant it CREATE on the schema public.",
};

/** Why a PostgreSQL database cannot be used. Shows the address in the URL, but never its password. */
export function postgresReason(url: string, error: unknown): string {
  if (isForeign(error)) return messageOf(error);
  const { host, pathname } = new URL(url);
  const code = codeOf(error);
  const known = POSTGRES_REASONS[code ?? ""];
  const place = `PostgreSQL at ${host || "localhost"}${pathname}`;
  if (isNewer(error)) return `${place} cannot be used. ${messageOf(error)}`;
  if (known !== undefined) return `${place} ${known}`;
  const cause = code ?? messageOf(error).split("\n")[0];
  return `${place} cannot be used (${cause}). Check that it runs, and DATABASE_URL.`;
}
