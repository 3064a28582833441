import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "@sinkove/temporary-postgres";
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
    // The first is a server's: a file has one.
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
    return { open: () => openPostgresStore({ url }), remove };
  },
};
