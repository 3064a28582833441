import { type Kysely, sql } from "kysely";
import type { DatabaseLocation } from "../configuration.ts";
import { openForMigration } from "./auth-database.ts";
import type { AuthDatabase, AuthSchema } from "./auth-schema.ts";

/**
 * The version of better-auth whose tables the database has. It is written here so that a start with a current database
 * does not load better-auth, which takes the better part of a second.
 */
export const BETTER_AUTH_VERSION = "1.7.25";

const CURRENT: string = `better-auth@${BETTER_AUTH_VERSION}`;

/** Of all programs that lock in this database, ours, for signing in: "auth" in ASCII. */
const MIGRATION_LOCK = 0x61757468;

/**
 * Creates or updates the tables of signing in. Several servers may do it at once on one PostgreSQL; an SQLite file has
 * one server, by its lock file.
 *
 * @param runBetterAuth - runs the migrations of better-auth on that database
 */
export async function migrateAuth(
  location: DatabaseLocation,
  runBetterAuth: (database: AuthDatabase) => Promise<void>,
): Promise<void> {
  const database = await openForMigration(location);
  try {
    if (await isCurrent(database.kysely)) return;
    await locked(database, async () => {
      if (await isCurrent(database.kysely)) return;
      // All of it or nothing, and one write to the disk.
      await database.kysely.transaction().execute(async (kysely) => {
        await runBetterAuth({ ...database, kysely });
        await createOwnTables(kysely);
        await kysely
          .insertInto("auth_migrations")
          .values({ name: CURRENT })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
    });
  } finally {
    await database.close();
  }
}

/** Whether there is an `auth_migrations` table that names this version. */
async function isCurrent(kysely: Kysely<AuthSchema>): Promise<boolean> {
  try {
    const row = await kysely
      .selectFrom("auth_migrations")
      .select("name")
      .where("name", "=", CURRENT)
      .executeTakeFirst();
    return row !== undefined;
  } catch (error) {
    if (isMissingTable(error)) return false;
    throw error;
  }
}

/** Neither database has a code for it that the other has too. */
function isMissingTable(error: unknown): boolean {
  return error instanceof Error && /no such table|does not exist/.test(error.message);
}

/** The lock belongs to a connection: it is released however the process ends. */
async function locked(database: AuthDatabase, work: () => Promise<void>): Promise<void> {
  if (database.type === "sqlite") return work();
  await database.kysely.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(MIGRATION_LOCK)})`.execute(connection);
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(MIGRATION_LOCK)})`.execute(connection);
    }
  });
}

async function createOwnTables(kysely: Kysely<AuthSchema>): Promise<void> {
  const create = (table: keyof AuthSchema) => kysely.schema.createTable(table).ifNotExists();
  await create("auth_migrations")
    .addColumn("name", "text", (column) => column.primaryKey())
    .execute();
  await create("auth_attempts")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("count", "integer", (column) => column.notNull())
    .addColumn("resetAt", "bigint", (column) => column.notNull())
    .execute();
  await create("auth_welcome")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("tokenHash", "text", (column) => column.notNull())
    .execute();
  await create("auth_used_codes")
    .addColumn("userId", "text", (column) => column.notNull())
    .addColumn("codeHash", "text", (column) => column.notNull())
    .addColumn("expiresAt", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("auth_used_codes_key", ["userId", "codeHash"])
    .execute();
}
