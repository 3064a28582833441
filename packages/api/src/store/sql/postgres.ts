import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { IdempotencyKeyBusyError, type Store, type WriteScope } from "../store.ts";
import { migrate } from "./migrations.ts";
import { postgresBuckets } from "./postgres-buckets.ts";
import type { Schema } from "./schema.ts";
import { createSqlStore, type SqlStoreOptions } from "./store.ts";

/** Options of {@link openPostgresStore}. */
export interface PostgresStoreOptions {
  /** `postgres://user:password@host/database`. */
  readonly url: string;
  /** Default: 10. */
  readonly maxConnections?: number;
  /**
   * Whether rate limits go by the moment that each request is given, in place of the clock of the database: for
   * tests that move their clock. Default: false.
   */
  readonly usesRequestClock?: boolean;
}

/** Of all programs that lock in this database, ours: "sink" in ASCII. */
const MIGRATION_LOCK = 0x73696e6b;

/**
 * Opens a store in a PostgreSQL database, and brings it up to date. Several nodes can share it.
 *
 * @throws Error where the database cannot be reached, or was made by a newer version
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 5000,
    types: { getTypeParser: (oid: number) => parserOf(oid) },
  });
  // A connection that breaks while it is idle is replaced; without a listener it would end the process.
  pool.on("error", () => {});
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(database, "postgres", lockMigration);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const transact: SqlStoreOptions["transact"] = (scope, work) =>
    database.transaction().execute(async (transaction) => {
      await lock(transaction, scope);
      return work(transaction);
    });
  const { usesRequestClock = false } = options;
  return createSqlStore({
    database,
    transact,
    skipsLocked: true,
    isWithin: (ids) => sql`"organizationIds"::jsonb <@ ${JSON.stringify(ids)}::jsonb`,
    isUnavailable,
    buckets: (guard) => postgresBuckets(database, { guard, usesRequestClock }),
  });
}

/** Moments and sums fit a number; by default they come as text. */
function parserOf(oid: number): (text: string) => unknown {
  if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number;
  return pg.types.getTypeParser(oid, "text");
}

async function lockMigration(transaction: Kysely<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
}

/** Both locks end with the transaction, also when the process dies. */
async function lock(transaction: Kysely<Schema>, scope: WriteScope): Promise<void> {
  const { accountId, idempotencyKey } = scope;
  if (idempotencyKey !== undefined) await claim(transaction, `${accountId} ${idempotencyKey}`);
  await sql`select id from accounts where id = ${accountId} for update`.execute(transaction);
}

async function claim(transaction: Kysely<Schema>, name: string): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`.execute(transaction);
  if (!rows[0]?.held) throw new IdempotencyKeyBusyError("The key is held.");
}

/** Connections (08), resources (53), shutdowns (57P) and the network. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? `${error.code}` : "";
  if (/^(?:08|53|57P|25006)/.test(code) || /^E(?:CONN|PIPE|TIMEDOUT|HOST|AI_)/.test(code))
    return true;
  return /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}
