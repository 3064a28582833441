import type { PostgresPool } from "kysely";
import pg from "pg";
import type { ConnectionPool } from "../store.ts";
import { checkedConnection, discard } from "./postgres-connection.ts";
import { LostConnectionError } from "./postgres-errors.ts";
import { createPreparedStatements } from "./prepared-statements.ts";

/** Options of {@link createPostgresPool}. */
export interface PostgresPoolOptions {
  readonly url: string;
  /** The most connections. */
  readonly connections: number;
  /** How long PostgreSQL may take, in milliseconds: see {@link limitsOf}. */
  readonly timeout: number;
  /** Whether statements and locks may take any time, and a transaction may pause for a minute. Default: false. */
  readonly isPatient?: boolean;
  /** Shared by the pools of one database. Default: its own. */
  readonly silences?: Silences;
}

/**
 * Counts queries that timed out. Connections that were made before the last time-out are no longer trusted, because
 * they may be lost in the same way.
 */
export interface Silences {
  count: number;
}

/** How much longer a client waits than PostgreSQL, in milliseconds, because PostgreSQL's own error says more. */
const GRACE = 1000;

/** Milliseconds without traffic after which the system probes a connection (TCP keep-alive). */
const KEEP_ALIVE_DELAY = 5000;

/** How long PostgreSQL waits for a patient client in a transaction, such as one that migrates, in milliseconds. */
const PATIENCE = 60_000;

/**
 * The time limits. The limit for a lock is half the time after which PostgreSQL ends a transaction whose client is
 * silent. So the pending locks of a frozen server time out before the locks that it holds are released, and the next in
 * line is a running server.
 */
function limitsOf({
  timeout,
  isPatient = false,
}: Pick<PostgresPoolOptions, "timeout" | "isPatient">): pg.PoolConfig {
  const always = {
    connectionTimeoutMillis: timeout,
    idle_in_transaction_session_timeout: isPatient ? Math.max(timeout, PATIENCE) : timeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY,
  };
  if (isPatient) return always;
  return {
    ...always,
    lock_timeout: Math.ceil(timeout / 2),
    statement_timeout: timeout,
    query_timeout: timeout + GRACE,
  };
}

/** The connections of a pool as they are now. */
export type PoolCounts = Omit<ConnectionPool, "name">;

/** A pool for Kysely that tells how many connections it has. */
export interface CountedPool extends PostgresPool {
  readonly counts: () => PoolCounts;
}

/**
 * A pool for Kysely whose connections may fail at any moment without harm to the process, and are replaced.
 *
 * Settings in the URL, such as `?application_name=…` or `?statement_timeout=…`, take precedence over the options.
 */
export function createPostgresPool(options: PostgresPoolOptions): CountedPool {
  const pool = new pg.Pool({
    application_name: "sinkove",
    ...limitsOf(options),
    connectionString: options.url,
    max: options.connections,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser: (oid: number) => parserOf(oid) },
  });
  const { silences = { count: 0 } } = options;
  const statements = createPreparedStatements();
  const countAtConnect = new WeakMap<pg.PoolClient, number>();
  const onSilence = (): void => {
    silences.count += 1;
  };
  // The pool reports connections that break while they are idle, and replaces them.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    countAtConnect.set(client, silences.count);
    // If a connection breaks while it is used, its query fails too. Without a listener, the process would end.
    client.on("error", () => {});
  });
  const connect: PostgresPool["connect"] = async () => {
    for (;;) {
      const client = await pool.connect().catch((error: unknown) => {
        throw new LostConnectionError(error);
      });
      if (countAtConnect.get(client) === silences.count)
        return checkedConnection(client, { statements, onSilence });
      discard(client);
    }
  };
  const counts = (): PoolCounts => ({
    most: options.connections,
    used: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    pending: pool.waitingCount,
  });
  return { connect, end: () => pool.end(), options: {}, counts };
}

/** Moments and sums fit a number; by default they come as text. */
function parserOf(oid: number): (text: string) => unknown {
  if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number;
  return pg.types.getTypeParser(oid, "text");
}
