import { Kysely, PostgresDialect, type PostgresPool, sql } from "kysely";
import type { Moment } from "../records.ts";
import type { ConnectionPool, Store } from "../store.ts";
import { requireOwnTables } from "./foreign-tables.ts";
import { type MigrationPlan, migrate, planMigrations } from "./migrations.ts";
import { postgresBuckets } from "./postgres-buckets.ts";
import { isPostgresUnavailable, repeating } from "./postgres-errors.ts";
import { lockApiKey, lockScope } from "./postgres-locks.ts";
import { lockTables, whenTablesAreFree } from "./postgres-migration.ts";
import { createPostgresPool, type PostgresPoolOptions } from "./postgres-pool.ts";
import type { Schema } from "./schema.ts";
import { createSqlStore, type SqlStoreOptions } from "./store.ts";

export type { MigrationPlan } from "./migrations.ts";
export { isPostgresUnavailable } from "./postgres-errors.ts";
export { createPostgresPool } from "./postgres-pool.ts";

/** Options of {@link openPostgresStore}. */
export interface PostgresStoreOptions {
  /**
   * `postgres://user:password@host/database`. Parameters such as `?application_name=node-1` or
   * `?statement_timeout=10000` take precedence over the other options.
   */
  readonly url: string;
  /** The most connections. Half of them are for writes, so that writes that wait leave some to reads. Default: 10. */
  readonly maxConnections?: number;
  /**
   * How long a statement, a connection attempt or an idle transaction may take, in milliseconds; a lock may take half
   * of it. Past that the request fails with a {@link StoreUnavailableError}. Default: 4000.
   */
  readonly timeout?: number;
  /**
   * Whether rate limits use the moment of each request instead of the database's clock, for tests that move their
   * clock. Default: false.
   */
  readonly usesRequestClock?: boolean;
}

/** The advisory lock of this program among all programs that use the database: "sink" in ASCII. */
const MIGRATION_LOCK = 0x73696e6b;

/**
 * Opens a store in a PostgreSQL database, and brings it up to date. Several nodes can share it.
 *
 * @throws Error if the database cannot be reached, was made by a newer version, or has tables of another program
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, maxConnections = 10, timeout = 4000, usesRequestClock = false } = options;
  await migrateOnce({ url, timeout, connections: 1, isPatient: true });
  const forWrites = Math.max(1, Math.floor(maxConnections / 2));
  const forReads = Math.max(1, maxConnections - forWrites);
  const silences = { count: 0 };
  const reads = createPostgresPool({ url, timeout, silences, connections: forReads });
  const writes = createPostgresPool({ url, timeout, silences, connections: forWrites });
  const [database, writing] = [open(reads), open(writes)];
  const transact: SqlStoreOptions["transact"] = (scope, work) =>
    repeating(() =>
      writing.transaction().execute(async (transaction) => {
        await lockScope(transaction, scope);
        return work(transaction);
      }),
    );
  const pools = (): ConnectionPool[] => [
    { name: "read", ...reads.counts() },
    { name: "write", ...writes.counts() },
  ];
  const store = createSqlStore({
    database,
    writing,
    transact,
    skipsLocked: true,
    readsAhead: true,
    lockApiKey,
    now: () => databaseTime(database),
    isWithin: (ids) => sql`"organizationIds"::jsonb <@ ${JSON.stringify(ids)}::jsonb`,
    isUnavailable: isPostgresUnavailable,
    buckets: (guard) => postgresBuckets(database, { guard, usesRequestClock }),
  });
  return { ...store, pools };
}

function open(pool: PostgresPool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

async function migrateOnce(options: PostgresPoolOptions): Promise<void> {
  const database = open(createPostgresPool(options));
  try {
    await whenTablesAreFree(() =>
      migrate(database, {
        dialect: "postgres",
        async prepare(transaction) {
          await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
          await requireOwnTables(transaction);
        },
        lockTables,
      }),
    );
  } finally {
    await database.destroy();
  }
}

/**
 * Returns what opening a store in a PostgreSQL database would change in its tables. Changes nothing itself.
 *
 * @throws Error if the database cannot be reached, or has tables of another program
 */
export async function planPostgresMigrations(
  options: Pick<PostgresStoreOptions, "url" | "timeout">,
): Promise<MigrationPlan> {
  const { url, timeout = 4000 } = options;
  const database = open(createPostgresPool({ url, timeout, connections: 1 }));
  try {
    await requireOwnTables(database);
    const { rows } = await sql<{ found: boolean }>`
      select to_regclass('migrations') is not null as found`.execute(database);
    if (!rows[0]?.found) return planMigrations(0, "postgres");
    const applied = await database.selectFrom("migrations").select("version").execute();
    return planMigrations(applied.length, "postgres");
  } finally {
    await database.destroy();
  }
}

async function databaseTime(database: Kysely<Schema>): Promise<Moment> {
  const { rows } = await sql<{ now: number }>`
    select floor(extract(epoch from clock_timestamp()) * 1000) as now`.execute(database);
  const [row] = rows;
  if (!row) throw new TypeError("PostgreSQL does not tell the time.");
  return row.now;
}
