import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { bootstrap } from "@sinkove/api";
import { openSqliteStore } from "@sinkove/api/store/sqlite";

/** A store with many keys of one account. */
export interface KeyShelf {
  readonly file: string;
  readonly accountId: string;
  /** A key that can be used. */
  readonly secret: string;
  /** Hashes of some of its keys. */
  readonly hashes: readonly string[];
}

const LOOK_UPS = 500;

/** Makes a store with so many keys. */
export async function fillShelf(folder: string, count: number): Promise<KeyShelf> {
  const file = join(folder, `${crypto.randomUUID()}.db`);
  const store = await openSqliteStore({ file });
  const names = { accountName: "Bench", organizationName: "Bench" };
  const made = await bootstrap(store, { ...names, environment: "test", credits: 1 });
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(copiesOfTheKey(database, count - 1));
  const query = `select hash from "apiKeys" order by random() limit ${LOOK_UPS}`;
  const hashes = database.prepare(query).all();
  database.close();
  return { ...made, file, hashes: hashes.map(({ hash }) => `${hash}`) };
}

/** One statement: a million keys by the API would take minutes, and be rows of the same kind. */
function copiesOfTheKey(database: DatabaseSync, count: number): string {
  const columns = database.prepare(`select name from pragma_table_info('apiKeys')`).all();
  const own: Readonly<Record<string, string>> = {
    id: "printf('%08x-0000-7000-8000-%012x', abs(random()) % 4294967296, n)",
    hash: "lower(hex(randomblob(32)))",
    createdAt: '"createdAt" + n',
  };
  const values = columns.map(({ name }) => own[`${name}`] ?? `"${name}"`);
  return `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${count})
    insert into "apiKeys" select ${values.join(", ")} from numbers, (select * from "apiKeys" limit 1)`;
}
