import { type Kysely, sql } from "kysely";
import { Claims } from "../claims.ts";
import { createLocalBuckets } from "../local-buckets.ts";
import type { Store } from "../store.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Schema } from "./schema.ts";
import { createSqlStore } from "./store.ts";

/** BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN (sqlite.org/rescode.html). */
const UNAVAILABLE: ReadonlySet<number> = new Set([5, 6, 8, 10, 13, 14]);

/** The store on a SQLite database that is open and up to date. */
export function sqliteStore(database: Kysely<Schema>): Store {
  const claims = new Claims();
  const commits = new GroupCommit(database);
  return createSqlStore({
    database,
    transact: (scope, work) => claims.hold(scope, () => commits.run(work)),
    skipsLocked: false,
    isWithin: (ids) => sql`"organizationIds" is not null and not exists (
      select 1 from json_each("organizationIds")
      where value not in (select value from json_each(${JSON.stringify(ids)})))`,
    isUnavailable,
    buckets: () => ({ ...createLocalBuckets(), close: async () => {} }),
  });
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  return UNAVAILABLE.has(Number(error.errcode) & 0xff);
}
