import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createDatabase } from "@sinkove/temporary-postgres";
import pg from "pg";
import { describe, onTestFinished } from "vitest";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { WITHOUT_TRIGGERS } from "./earlier-versions.ts";

/** A database that tests can open, and on which they can run statements. */
interface Database {
  readonly open: () => Promise<Store>;
  readonly run: (statements: readonly string[]) => Promise<void>;
  /** Statements that drop the triggers of credits. */
  readonly triggers: readonly string[];
  /** Statements that revert other parts of the later migrations that only this database has. */
  readonly own: readonly string[];
}

const databases: Readonly<Record<string, () => Promise<Database>>> = {
  async SQLite() {
    const folder = mkdtempSync(join(tmpdir(), "sinkove-migrations-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "store.db");
    return {
      triggers: WITHOUT_TRIGGERS.sqlite,
      own: [],
      open: () => openSqliteStore({ file }),
      async run(statements) {
        const database = new DatabaseSync(file);
        database.exec("pragma foreign_keys = on");
        for (const statement of statements) database.exec(statement);
        database.close();
      },
    };
  },
  async PostgreSQL() {
    const { url, remove } = await createDatabase();
    onTestFinished(remove, 60_000);
    return {
      triggers: WITHOUT_TRIGGERS.postgres,
      own: [`drop table "rateLimits"`, `drop function "drawTokens"`],
      open: () => openPostgresStore({ url }),
      async run(statements) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        for (const statement of statements) await client.query(statement);
        await client.end();
      },
    };
  },
};

/** Runs the same tests on SQLite and PostgreSQL. `create` creates an empty database. */
export function onEachDatabase(tests: (create: () => Promise<Database>) => void): void {
  describe.each(Object.entries(databases))("on %s", (_, create) => tests(create));
}
