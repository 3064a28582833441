import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresDialect,
} from "kysely";
import type { DatabaseLocation } from "../configuration.ts";
import { sqliteCodeOf } from "../start-error.ts";
import type { AuthDatabase, AuthSchema } from "./auth-schema.ts";

/** Connections to PostgreSQL besides the API's: signing in is rare, and must not wait for the API's queries. */
const CONNECTIONS = 4;

/** Opens the API's database for signing in, with separate connections. A failed connection never ends the process. */
export async function openAuthDatabase(location: DatabaseLocation): Promise<AuthDatabase> {
  return location.kind === "sqlite" ? openSqlite(location.file) : openPostgres(location, false);
}

/** Opens the database for migrations, which on PostgreSQL may take any time and wait for those of other servers. */
export async function openForMigration(location: DatabaseLocation): Promise<AuthDatabase> {
  return location.kind === "sqlite" ? openSqlite(location.file) : openPostgres(location, true);
}

async function openPostgres(
  { url, timeout }: Extract<DatabaseLocation, { kind: "postgres" }>,
  isPatient: boolean,
): Promise<AuthDatabase> {
  const { createPostgresPool, isPostgresUnavailable } = await import("@sinkove/api/store/postgres");
  const pool = createPostgresPool({ url, timeout, connections: CONNECTIONS, isPatient });
  const kysely = new Kysely<AuthSchema>({ dialect: new PostgresDialect({ pool }) });
  const close = () => kysely.destroy();
  return { kysely, type: "postgres", isUnavailable: isPostgresUnavailable, close };
}

async function openSqlite(file: string): Promise<AuthDatabase> {
  const { sqliteDialect } = await import("@sinkove/api/store/sqlite");
  const kysely = new Kysely<AuthSchema>({ dialect: retryingWhileBusy(sqliteDialect(file)) });
  return {
    kysely,
    type: "sqlite",
    isUnavailable: isSqliteUnavailable,
    close: () => kysely.destroy(),
  };
}

/** BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN (sqlite.org/rescode.html). */
const UNAVAILABLE: ReadonlySet<number> = new Set([5, 6, 8, 10, 13, 14]);

function isSqliteUnavailable(error: unknown): boolean {
  return UNAVAILABLE.has(sqliteCodeOf(error) ?? 0);
}

/**
 * The API's dialect only retries the start of a transaction, because the API only writes in transactions. better-auth
 * also writes in single statements.
 */
function retryingWhileBusy(dialect: Dialect): Dialect {
  return { ...dialect, createDriver: () => new RetryingDriver(dialect.createDriver()) };
}

const TRIES = 250;
const BUSY = 5;

async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let rest = TRIES; ; rest--) {
    try {
      return await work();
    } catch (error) {
      if (rest === 0 || sqliteCodeOf(error) !== BUSY) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

class RetryingDriver implements Driver {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  init = () => this.#driver.init();
  destroy = () => this.#driver.destroy();
  releaseConnection: Driver["releaseConnection"] = async () => {};

  acquireConnection = async (): Promise<DatabaseConnection> => {
    const connection = await this.#driver.acquireConnection();
    return {
      executeQuery: (query: CompiledQuery) => whileBusy(() => connection.executeQuery(query)),
      streamQuery: (query: CompiledQuery, size: number) => connection.streamQuery(query, size),
    } as DatabaseConnection; // its methods are generic and forward everything
  };

  beginTransaction: Driver["beginTransaction"] = (connection, settings) =>
    this.#driver.beginTransaction(connection, settings);

  commitTransaction: Driver["commitTransaction"] = (connection) =>
    whileBusy(() => this.#driver.commitTransaction(connection));

  rollbackTransaction: Driver["rollbackTransaction"] = (connection) =>
    this.#driver.rollbackTransaction(connection);
}
