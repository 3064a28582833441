import { hash } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { bootstrap } from "@sinkove/api";
import { openSqliteStore } from "@sinkove/api/store/sqlite";
import { generateApiKey } from "@sinkove/api-key";

/** A store with many keys of one account. */
export interface KeyShelf {
  readonly file: string;
  readonly accountId: string;
  /** A valid key. */
  readonly secret: string;
  /** Valid keys, each for a first look-up. */
  readonly secrets: readonly string[];
}

/** Creates a store with `count` keys, some of which have known secrets. */
export async function fillShelf(
  folder: string,
  { count, known }: { readonly count: number; readonly known: number },
): Promise<KeyShelf> {
  const file = join(folder, `${crypto.randomUUID()}.db`);
  const store = await openSqliteStore({ file });
  const names = { accountName: "Bench", organizationName: "Bench" };
  const made = await bootstrap(store, { ...names, environment: "live", credits: 1 });
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(copiesOfTheKey(database, count - 1));
  const secrets = learnKeys(database, known, made.apiKeyId);
  database.close();
  return { ...made, file, secrets };
}

/** Gives some random other keys a known secret. */
function learnKeys(database: DatabaseSync, count: number, except: string): string[] {
  const others = `select id from "apiKeys" where id <> ? order by random() limit ?`;
  const rows = database.prepare(others).all(except, count);
  const rename = database.prepare(`update "apiKeys" set hash = ? where id = ?`);
  database.exec("begin");
  const secrets = rows.map(({ id = null }) => {
    const secret = generateApiKey("live");
    rename.run(hash("sha256", secret), id);
    return secret;
  });
  database.exec("commit");
  return secrets;
}

/** One SQL statement, because creating a million keys through the API would take minutes. */
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
