import type { PostgresPool } from "kysely";
import pg from "pg";
import type { ConnectionPool } from "../store.ts";
import { checkedConnection, discard } from "./postgres-connection.ts";
import { LostConnectionError } from "./postgres-errors.ts";

/** Options of {@link createPostgresPool}. */
export interface PostgresPoolOptions {
  readonly url: string;
  /** The most connections. */
  readonly connections: number;
  /** How long PostgreSQL may take, in milliseconds: see {@link limitsOf}. */
  readonly timeout: number;
  /** Whether statements and locks may take any time, and a transaction may pause for a minute: a migration may. Default: false. */
  readonly isPatient?: boolean;
  /** Shared by the pools of one database. Default: its own. */
  readonly silences?: Silences;
}

/**
 * Counts how often a query was not answered. Connections made before the last time are not trusted any more: they may
 * be lost in the same way.
 */
export interface Silences {
  count: number;
}

/** So much longer than PostgreSQL a client waits for an answer: PostgreSQL's own error says more. */
const GRACE = 1000;

/** Milliseconds without traffic after which the system probes a connection (TCP keep-alive). */
const KEEP_ALIVE_DELAY = 5000;

/** How long PostgreSQL waits for a patient client in a transaction, such as one that migrates, in milliseconds. */
const PATIENCE = 60_000;

/**
 * How long things may take. A lock is given up in half the time after which PostgreSQL ends a transaction whose client
 * is silent: what a frozen server waits for is then given up before the lock that it holds is released, so that
 * the next in line is a server that lives.
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
 * What the URL says, such as `?application_name=…` or `?statement_timeout=…`, comes before the options.
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
  const countAtConnect = new WeakMap<pg.PoolClient, number>();
  const onSilence = (): void => {
    silences.count += 1;
  };
  // The pool hears of connections that break while they are idle, and replaces them.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    countAtConnect.set(client, silences.count);
    // A connection that breaks while it is used tells its query too. Without a listener the process would end.
    client.on("error", () => {});
  });
  const connect: PostgresPool["connect"] = async () => {
    for (;;) {
      const client = await pool.connect().catch((error: unknown) => {
        throw new LostConnectionError(error);
      });
      if (countAtConnect.get(client) === silences.count)
        return checkedConnection(client, { onSilence });
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
