import { type Kysely, sql } from "kysely";
import type { DatabaseLocation } from "../configuration.ts";
import { openForMigration } from "./auth-database.ts";
import type { AuthDatabase, AuthSchema } from "./auth-schema.ts";

/**
 * The version of better-auth that the database's tables belong to. It is a constant, so that starting with a current
 * database does not load better-auth, which takes most of a second.
 */
export const BETTER_AUTH_VERSION = "1.7.25";

const CURRENT: string = `better-auth@${BETTER_AUTH_VERSION}`;

/** The advisory lock of this module among all programs that use the database: "auth" in ASCII. */
const MIGRATION_LOCK = 0x61757468;

/**
 * Creates or updates the tables of signing in. Several servers may do this at the same time on one PostgreSQL; the lock
 * file allows only one server for an SQLite file.
 *
 * @param runBetterAuth - runs better-auth's migrations on that database
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
      // All or nothing, and a single write to the disk.
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

/** Whether there is an `auth_migrations` table with this version. */
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

/** Compares messages, because the two databases have no error code in common. */
function isMissingTable(error: unknown): boolean {
  return error instanceof Error && /no such table|does not exist/.test(error.message);
}

/** The lock belongs to a connection, so it is released when the process ends in any way. */
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
