import pg from "pg";
import { OutcomeUnknownError } from "../store.ts";

/** The connection to PostgreSQL failed, could not be made, or did not answer in time. */
export class LostConnectionError extends Error {
  override readonly name: string = "LostConnectionError";
  /** The code of the cause: Node's, such as `ECONNREFUSED`, or PostgreSQL's, such as `28P01`. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super(textOf(cause), { cause });
    this.code = codeOf(cause);
  }
}

/**
 * What PostgreSQL cannot do now, by class or code (postgresql.org/docs/current/errcodes-appendix.html): connections
 * (08), a login that was refused (28), resources (53), an operator or a time-out (57), the system (58), no such
 * database, a standby, an idle or long transaction that was ended, a serialization failure, a deadlock, a lock.
 */
const UNAVAILABLE = /^(?:08|28|53|57|58|3D000|25006|25P03|25P04|40001|40P01|55P03|55006)/;

/** Whether an error says that PostgreSQL cannot answer now. */
export function isPostgresUnavailable(error: unknown): boolean {
  return error instanceof LostConnectionError || UNAVAILABLE.test(sqlStateOf(error) ?? "");
}

/** How many times a transaction runs if it fails because of concurrent ones. */
const TRIES = 3;

/**
 * Runs a transaction, or a single statement, again if it failed only because of concurrent ones or of its
 * connection. PostgreSQL has undone it, so nothing is done twice.
 */
export async function repeating<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !isWorthRepeating(error)) throw error;
    }
  }
}

function isWorthRepeating(error: unknown): boolean {
  const isConcurrent = /^(?:40001|40P01)$/.test(sqlStateOf(error) ?? "");
  return isConcurrent || (isFaultOfConnection(error) && !isFatal(error));
}

/** A prepared statement whose table has another column since: a newer server has migrated the database. */
export function isStalePlan(error: unknown): boolean {
  return sqlStateOf(error) === "0A000" && messageOf(error).includes("cached plan");
}

/**
 * A prepared statement that does not exist, or exists already: a pooler has led the connection to another session of
 * PostgreSQL.
 */
export function isForeignStatement(error: unknown): boolean {
  return /^(?:26000|42P05)$/.test(sqlStateOf(error) ?? "");
}

/** Whether a lock was not granted in time. */
export function isLockTimeout(error: unknown): boolean {
  return sqlStateOf(error) === "55P03";
}

/**
 * Whether a new connection may do what failed: PostgreSQL closes this one, plans for earlier tables, has another session,
 * or only reads. The last is what a connection to a former primary does, and one that was made while the database was
 * read-only, long after the database can be written again.
 */
export function isFaultOfConnection(error: unknown): boolean {
  const isReadOnly = sqlStateOf(error) === "25006";
  return isFatal(error) || isStalePlan(error) || isForeignStatement(error) || isReadOnly;
}

/** Whether PostgreSQL closes the connection after an error. */
function isFatal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(?:FATAL|PANIC)$/.test(error.severity ?? "");
}

/**
 * Interprets an error of a commit. If PostgreSQL refused the commit, the transaction was undone. After any other error,
 * it is unknown whether the transaction was committed.
 */
export function commitError(error: unknown): unknown {
  const isRefused = error instanceof pg.DatabaseError && !isFatal(error);
  if (isRefused) return error;
  return new OutcomeUnknownError(`The commit was not answered: ${messageOf(error)}`, {
    cause: error,
  });
}

function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? `${error.code}` : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : `${error}`;
}

/** If no address of a name answers, Node's error has a code and no message. */
function textOf(error: unknown): string {
  return messageOf(error) || (codeOf(error) ?? "The connection failed.");
}
