import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, run } from "@sinkove/temporary-postgres";
import { afterAll, beforeAll, describe } from "vitest";
import { createMemoryStore } from "../src/store/memory.ts";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { createWorld, newOrganization, type World, type WorldOptions } from "./client.ts";

/** The place of a store. `open` opens the same store each time. */
export interface Home {
  readonly open: () => Promise<Store>;
  readonly remove: () => Promise<void>;
}

/** Creates an empty place for each kind of store. */
export const homes: Readonly<Record<"memory" | "sqlite" | "postgres", () => Promise<Home>>> = {
  async memory() {
    const store = createMemoryStore();
    return { open: async () => store, remove: async () => {} };
  },
  async sqlite() {
    const folder = await mkdtemp(join(tmpdir(), "sinkove-store-"));
    const file = join(folder, "store.db");
    // The first store is that of a server. A file has only one.
    let isBesideServer = false;
    const open = async (): Promise<Store> => {
      const store = await openSqliteStore({ file, isBesideServer });
      isBesideServer = true;
      return store;
    };
    return { open, remove: () => rm(folder, { recursive: true }) };
  },
  async postgres() {
    const { url, remove } = await createDatabase();
    // A database may have a different default isolation level than PostgreSQL's.
    const name = new URL(url).pathname.slice(1);
    await run(url, `alter database ${name} set default_transaction_isolation = 'repeatable read'`);
    return { open: () => openPostgresStore({ url }), remove };
  },
};

/** A store that is open during the tests of its kind. */
export interface OpenStore {
  readonly kind: keyof typeof homes;
  readonly home: () => Home;
  readonly store: () => Store;
  /** Creates a new world on the store. */
  readonly world: (options?: WorldOptions) => Promise<World>;
}

/** Runs the same tests on each kind of store. */
export function onEachStore(tests: (open: OpenStore) => void): void {
  const kinds = ["memory", "sqlite", "postgres"] as const;
  describe.each(kinds)("on the %s store", (kind) => {
    let home: Home;
    let store: Store;
    beforeAll(async () => {
      home = await homes[kind]();
      store = await home.open();
    }, 60_000);
    afterAll(async () => {
      await store.close();
      await home.remove();
    }, 60_000);
    tests({
      kind,
      home: () => home,
      store: () => store,
      world: (options) => createWorld({ store, ...options }),
    });
  });
}

/** Creates another organization of the world's account. Returns its ID. */
export async function addOrganization({ store, accountId, now }: World): Promise<string> {
  const organization = { ...newOrganization(1000), createdAt: now() };
  await store.write({ accountId }, (writer) =>
    writer.insertOrganization(organization, [accountId]),
  );
  return organization.id;
}
