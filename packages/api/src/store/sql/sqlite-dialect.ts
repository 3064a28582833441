import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** Kysely on Node's own SQLite, with one connection that is used by one transaction at a time. */
export function sqliteDialect(file: string, tries: number = TRIES): Dialect {
  return {
    createDriver: () => new SqliteDriver(file, tries),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (database) => new SqliteIntrospector(database),
  };
}

/** SQLite blocks the process while it waits, so it waits only briefly, in milliseconds. */
const BLOCKED_FOR = 20;
const TRIES = 250;
const BUSY = 5;
/**
 * SQLite copies its write-ahead log into the file when the log has this many pages of 4 KiB. A page that was written
 * many times is copied once. With SQLite's default of 1,000, a durable POST takes an eighth more processor time.
 */
const CHECKPOINT_PAGES = 4000;

/** Tries again while another connection writes. It does not block, so that a writer in this process can finish. */
async function whileBusy(tries: number, work: () => void): Promise<void> {
  for (let rest = tries; ; rest--) {
    try {
      return work();
    } catch (error) {
      if (rest === 0 || !isBusy(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** SQLite opens a file that it cannot write, and reports that only at the first write. */
function requireWritable(database: DatabaseSync): void {
  database.exec("begin immediate");
  try {
    database.exec("pragma user_version = 0");
  } finally {
    database.exec("rollback");
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === BUSY;
}

class SqliteDriver implements Driver {
  readonly #file: string;
  readonly #tries: number;
  #connection: SqliteConnection | undefined;

  constructor(file: string, tries: number) {
    this.#file = file;
    this.#tries = tries;
  }

  async init(): Promise<void> {
    const database = new DatabaseSync(this.#file);
    database.exec(`pragma busy_timeout = ${BLOCKED_FOR}`);
    await whileBusy(this.#tries, () => database.exec("pragma journal_mode = wal"));
    // Without this, a commit can be lost in a loss of power.
    database.exec("pragma synchronous = full");
    database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.exec("pragma foreign_keys = on");
    await whileBusy(this.#tries, () => requireWritable(database));
    this.#connection = new SqliteConnection(database);
  }

  // One after the other: Kysely's adapter of SQLite says that there is one connection only.
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#opened;
  }

  async releaseConnection(): Promise<void> {}

  // A transaction that begins by reading could not write once another has written.
  async beginTransaction(): Promise<void> {
    await whileBusy(this.#tries, () => this.#opened.exec("begin immediate"));
  }

  async commitTransaction(): Promise<void> {
    this.#opened.exec("commit");
  }

  async rollbackTransaction(): Promise<void> {
    this.#opened.exec("rollback");
  }

  // Pending work then fails: a commit that did nothing would acknowledge lost writes.
  async destroy(): Promise<void> {
    this.#opened.close();
  }

  get #opened(): SqliteConnection {
    if (this.#connection) return this.#connection;
    throw new TypeError("The database is not open.");
  }
}

/**
 * A statement and the columns of its rows, if it returns any. Reading the columns costs more than
 * running it.
 */
interface Prepared {
  readonly statement: StatementSync;
  readonly columns: readonly string[];
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  exec(statement: string): void {
    // SQLite itself rolls back on some errors, such as a full disk.
    if (statement === "rollback" && !this.#database.isTransaction) return;
    this.#database.exec(statement);
  }

  close(): void {
    this.#database.close();
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { statement, columns } = this.#prepare(sql);
    // The cast is safe because the tables hold only values of these types. Kysely types its parameters as unknown.
    const values = parameters as SQLInputValue[];
    if (columns.length > 0) return { rows: rowsOf<R>(statement.all(...values), columns) };
    const { changes } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for it, and nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError("This database does not stream.");
  }

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known) return known;
    // Lists of different lengths make different statements, so the number of cached ones is
    // limited.
    if (this.#statements.size >= 500) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    // Reading rows as arrays and naming their members here costs half as much as the objects of
    // SQLite's binding.
    statement.setReturnArrays(true);
    const prepared = { statement, columns: statement.columns().map(({ name }) => name) };
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

function rowsOf<R>(rows: unknown, columns: readonly string[]): R[] {
  // The casts are safe because rows are returned as arrays, and Kysely types their members.
  return (rows as readonly unknown[][]).map((cells) => rowOf(cells, columns) as R);
}

/** Columns that a newer version has added come after the known ones, and are left out. */
function rowOf(cells: readonly unknown[], columns: readonly string[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, name] of columns.entries()) row[name] = cells[index];
  return row;
}
