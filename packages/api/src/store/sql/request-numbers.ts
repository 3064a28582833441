import { type Kysely, sql } from "kysely";
import type { RequestRecord } from "../records.ts";
import type { Schema } from "./schema.ts";

/** Tables that give numbers to what many requests have in common. */
type NumberTable = "requestAccounts" | "requestKeys" | "requestKinds";

/** The columns that distinguish requests of the same account and key, apart from their time and client. */
export type RequestKind = Pick<
  RequestRecord,
  "method" | "operationId" | "path" | "status" | "code" | "reason"
>;

/** No two kinds have the same name: none of the parts has a space. The migration writes it too. */
export function nameOfKind({
  method,
  path,
  operationId,
  status,
  code,
  reason,
}: RequestKind): string {
  return `${method} ${path} ${operationId} ${status} ${code ?? "-"} ${reason ?? "-"}`;
}

/** When a cache has more entries than this, it is cleared. */
const MOST = 10_000;

/** The numbers of accounts, keys and kinds of requests. They never change, so they are cached. */
export class RequestNumbers {
  readonly accounts: Map<string, number> = new Map();
  readonly keys: Map<string, number> = new Map();
  readonly kinds: Map<string, number> = new Map();

  /**
   * Assigns numbers to the accounts, keys and kinds in these requests that have none. Uses a transaction before the one
   * that writes the requests: if that one is undone, the numbers stay.
   */
  async learn(database: Kysely<Schema>, requests: readonly RequestRecord[]): Promise<void> {
    const accounts = new Map<string, Named>();
    const keys = new Map<string, Named>();
    const kinds = new Map<string, Named>();
    for (const map of [this.accounts, this.keys, this.kinds]) if (map.size > MOST) map.clear();
    for (const request of requests) {
      const { accountId, apiKeyId } = request;
      accounts.set(accountId, { name: accountId });
      if (apiKeyId !== null) keys.set(apiKeyId, { name: apiKeyId });
      const name = nameOfKind(request);
      if (!kinds.has(name)) kinds.set(name, { name, ...columnsOf(request) });
    }
    const learned = await database.transaction().execute(async (transaction) => ({
      accounts: await number(transaction, "requestAccounts", accounts),
      keys: await number(transaction, "requestKeys", keys),
      kinds: await number(transaction, "requestKinds", kinds),
    }));
    for (const { n, name } of learned.accounts) this.accounts.set(name, n);
    for (const { n, name } of learned.keys) this.keys.set(name, n);
    for (const { n, name } of learned.kinds) this.kinds.set(name, n);
  }
}

function columnsOf({ method, operationId, path, status, code, reason }: RequestKind): RequestKind {
  return { method, operationId, path, status, code, reason };
}

/** A row without its number. All rows of a table have the same columns. */
interface Named extends Partial<RequestKind> {
  readonly name: string;
}

interface Numbered {
  readonly n: number;
  readonly name: string;
}

/** How many are inserted at once, because a statement has a limited number of parameters. */
const TOGETHER = 100;

/** Sorts them, so that two servers that write at once do not deadlock. */
async function number(
  transaction: Kysely<Schema>,
  table: NumberTable,
  rows: ReadonlyMap<string, Named>,
): Promise<Numbered[]> {
  const sorted = [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const numbered: Numbered[] = [];
  for (let start = 0; start < sorted.length; start += TOGETHER) {
    const some = sorted.slice(start, start + TOGETHER);
    const columns = Object.keys(some[0] ?? {}).map((name) => sql.ref(name));
    const values = some.map((row) => sql`(${sql.join(Object.values(row))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values ${sql.join(values)}
      on conflict do nothing`.execute(transaction);
    const names = sql.join(some.map(({ name }) => name));
    const { rows: found } = await sql<Numbered>`
      select n, name from ${sql.table(table)} where name in (${names})`.execute(transaction);
    numbered.push(...found);
  }
  return numbered;
}
