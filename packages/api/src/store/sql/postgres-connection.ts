import type { PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import {
  commitError,
  isFaultOfConnection,
  isForeignStatement,
  isStalePlan,
  LostConnectionError,
} from "./postgres-errors.ts";
import type { PreparedStatements } from "./prepared-statements.ts";

/** Options of {@link checkedConnection}. */
export interface CheckedConnectionOptions {
  readonly statements: PreparedStatements;
  /** Called if a query timed out, because other connections may have been lost in the same way. */
  readonly onSilence: () => void;
}

/**
 * A connection for Kysely that does not go back to the pool after it has failed. Queries are prepared, and an error
 * that does not come from PostgreSQL becomes a {@link LostConnectionError}.
 */
export function checkedConnection(
  client: pg.PoolClient,
  options: CheckedConnectionOptions,
): PostgresPoolClient {
  const connection: QueryRunner = new CheckedConnection(client, options);
  // Kysely's type also has cursors, which Kysely uses for streams only.
  return connection as QueryRunner & PostgresPoolClient;
}

/**
 * How each transaction begins, whatever the database's default is. A write reads the data for its decisions after it
 * has its locks. Other levels would show older data, or fail one of two transactions that change the same row.
 */
const BEGIN = "start transaction isolation level read committed";

/** The part of a connection that Kysely uses. */
interface QueryRunner {
  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  release(destroy?: boolean): void;
}

class CheckedConnection implements QueryRunner {
  readonly #client: pg.PoolClient;
  readonly #options: CheckedConnectionOptions;
  #isBroken = false;
  #isInTransaction = false;

  constructor(client: pg.PoolClient, options: CheckedConnectionOptions) {
    this.#client = client;
    this.#options = options;
  }

  async query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.#isBroken && text === "rollback")
      return { command: "ROLLBACK", rowCount: 0, rows: [] };
    if (this.#isBroken)
      throw new LostConnectionError("The connection was lost by an earlier query.");
    try {
      return await this.#run<R>(text, parameters);
    } catch (error) {
      throw text === "commit" ? commitError(error) : error;
    }
  }

  release(destroy = false): void {
    if (destroy || this.#isBroken) discard(this.#client);
    else this.#client.release();
  }

  async #run<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (text === "begin") {
      this.#isInTransaction = true;
      return this.#send<R>({ text: BEGIN });
    }
    const { statements } = this.#options;
    try {
      return await this.#send<R>(statements.queryOf(text, parameters));
    } catch (error) {
      if (isForeignStatement(error)) statements.stop();
      else if (!isStalePlan(error)) throw error;
      // Within a transaction, the whole transaction is run again instead.
      if (this.#isInTransaction) throw error;
      return this.#send<R>({ text, values: [...parameters] });
    }
  }

  async #send<R>(query: pg.QueryConfig): Promise<PostgresQueryResult<R>> {
    try {
      // The cast is safe because `pg` types the command as any text, and Kysely as the commands that exist.
      return (await this.#client.query(query)) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      throw this.#judge(error);
    }
  }

  #judge(error: unknown): unknown {
    if (error instanceof pg.DatabaseError) {
      if (isFaultOfConnection(error)) this.#isBroken = true;
      return error;
    }
    // A fault of this program, such as a value that SQL cannot represent.
    if (error instanceof TypeError || error instanceof RangeError) return error;
    this.#isBroken = true;
    if (isSilence(error)) this.#options.onSilence();
    return new LostConnectionError(error);
  }
}

/**
 * Closes a connection immediately: if the other end is silent, a graceful end would wait forever.
 */
export function discard(client: pg.PoolClient): void {
  // The cast is safe because the pool of `pg` itself uses this member, which is missing in the types.
  const { connection } = client as unknown as {
    readonly connection?: { readonly stream: { destroy(): void } };
  };
  connection?.stream.destroy();
  client.release(true);
}

/** Compares the message, because `pg` has no code for a time-out. */
function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === "Query read timeout";
}
