import type { Compilable, CompiledQuery, ExpressionBuilder, Kysely } from "kysely";
import type { RequestRecord } from "../records.ts";
import { PURGED_REQUESTS, type Retention } from "../request-log.ts";
import type { CompiledQueries } from "./compiled-queries.ts";
import { firstIdOf, toStoredIds } from "./request-id.ts";
import { nameOfKind, RequestNumbers } from "./request-numbers.ts";
import type { Schema } from "./schema.ts";

/** Options of {@link requestAdder}. */
export interface Writing {
  /** Where transactions run. */
  readonly writing: Kysely<Schema>;
  readonly compiled: CompiledQueries;
  /** Whether transactions run concurrently. If they do, each skips rows that another has locked. */
  readonly skipsLocked: boolean;
}

type Row = Schema["requestLog"];
type Add = (requests: readonly RequestRecord[], retention: Retention) => Promise<boolean>;

/** Adds requests, and deletes some past their retention. The result is whether there may be more to delete. */
export function requestAdder({ writing, compiled, skipsLocked }: Writing): Add {
  const numbers = new RequestNumbers();
  const insertions = new Map<number, CompiledQuery>();
  const add = (batch: Batch, retention: Retention): Promise<boolean> =>
    writing.transaction().execute(async (transaction) => {
      const isEachNew = await insert(transaction, batch, insertions);
      const accounts: Account[] = [];
      for (const [n, added] of batch.counts) {
        const query = isEachNew ? countAdded : countAll;
        accounts.push(...(await compiled.run(transaction, query, { n, added })));
      }
      if (batch.rows === 0) accounts.push(...(await findOverdue(transaction, retention)));
      let left = batch.rows + PURGED_REQUESTS;
      for (const account of accounts) {
        left -= await purge(transaction, account, { ...retention, skipsLocked, most: left });
      }
      return left === 0;
    });
  return async (requests, retention) => {
    const batch = batchOf(requests, numbers);
    if (batch) return add(batch, retention);
    await numbers.learn(writing, requests);
    const learned = batchOf(requests, numbers);
    if (!learned) throw new TypeError("An account, key or kind of a request has no number.");
    return add(learned, retention);
  };
}

/** Rows to insert. */
interface Batch {
  readonly rows: number;
  /** The cells of one row after another, in the order of {@link COLUMNS}. An object per row would cost a third more. */
  readonly cells: unknown[];
  /** How many rows each account has. Sorted, so that two servers that write at once do not deadlock. */
  readonly counts: readonly (readonly [n: number, added: number])[];
}

/** The columns in their order. The values are only examples. */
const COLUMNS: Row = {
  account: 0,
  id: new Uint8Array(),
  apiKey: null,
  kind: 0,
  address: null,
  userAgent: null,
  durationMs: 0,
};
const CELLS = Object.keys(COLUMNS).length;

/** Undefined if the number of an account, a key or a kind in the requests is not known. */
function batchOf(
  requests: readonly RequestRecord[],
  { accounts, keys, kinds }: RequestNumbers,
): Batch | undefined {
  const ids = toStoredIds(requests);
  const cells: unknown[] = [];
  const counts = new Map<number, number>();
  for (const [index, request] of requests.entries()) {
    const { accountId, apiKeyId, address, userAgent, durationMs } = request;
    const account = accounts.get(accountId);
    const kind = kinds.get(nameOfKind(request));
    const apiKey = apiKeyId === null ? null : keys.get(apiKeyId);
    if (account === undefined || kind === undefined || apiKey === undefined) return undefined;
    cells.push(account, ids[index], apiKey, kind, address, userAgent, durationMs);
    counts.set(account, 1 + (counts.get(account) ?? 0));
  }
  return { rows: requests.length, cells, counts: [...counts].sort(([a], [b]) => a - b) };
}

/** The numbers of rows that a statement can insert. There are few, so that each statement is prepared once. */
const SIZES = [256, 64, 16, 4, 1];

/**
 * Inserts rows, except those that a commit that seemed to fail has already written.
 *
 * @param insertions - by the number of rows; cached because to build one costs more than to run it
 * @returns whether all rows were new
 */
async function insert(
  transaction: Kysely<Schema>,
  { rows, cells }: Batch,
  insertions: Map<number, CompiledQuery>,
): Promise<boolean> {
  let inserted = 0n;
  for (let start = 0; start < rows; ) {
    const size = SIZES.find((each) => each <= rows - start) ?? 1;
    const insertion = insertions.get(size) ?? insertionOf(transaction, size);
    insertions.set(size, insertion);
    const parameters = cells.slice(start * CELLS, (start + size) * CELLS);
    const { numAffectedRows } = await transaction.executeQuery({ ...insertion, parameters });
    inserted += numAffectedRows ?? 0n;
    start += size;
  }
  return inserted === BigInt(rows);
}

function insertionOf(transaction: Kysely<Schema>, size: number): CompiledQuery {
  return transaction
    .insertInto("requestLog")
    .values(Array<Row>(size).fill(COLUMNS))
    .onConflict((conflict) => conflict.doNothing())
    .compile();
}

/** An account, with how many requests it has and the id of its oldest. */
interface Account {
  readonly n: number;
  readonly requests: number;
  readonly oldest: Uint8Array | null;
}

interface Added {
  readonly n: number;
  readonly added: number;
}

function countAdded(database: Kysely<Schema>, { n, added }: Added): Compilable<Account> {
  return updateCount(database, n)
    .set((is) => ({ requests: is("requests", "+", added) }))
    .returning((is) => ["n", "requests", oldestOf(is).as("oldest")]);
}

/** Counts all requests: slower than `countAdded`, but correct even if only some of the rows were new. */
function countAll(database: Kysely<Schema>, { n }: Added): Compilable<Account> {
  return updateCount(database, n)
    .set((is) => ({
      requests: is
        .selectFrom("requestLog")
        .select((all) => all.fn.countAll<number>().as("count"))
        .where("account", "=", n),
    }))
    .returning((is) => ["n", "requests", oldestOf(is).as("oldest")]);
}

function updateCount(database: Kysely<Schema>, n: number) {
  return database.updateTable("requestAccounts").where("n", "=", n);
}

type AccountBuilder = ExpressionBuilder<Schema, "requestAccounts">;

function oldestOf(is: AccountBuilder) {
  return is
    .selectFrom("requestLog")
    .select("id")
    .whereRef("account", "=", "requestAccounts.n")
    .orderBy("id")
    .limit(1);
}

/** How many accounts are looked up at once. */
const OVERDUE = PURGED_REQUESTS;

/** Finds accounts that have requests past their retention. Looks at each account once. */
function findOverdue(transaction: Kysely<Schema>, { before, rows }: Retention): Promise<Account[]> {
  return transaction
    .selectFrom("requestAccounts")
    .select((is) => ["n", "requests", oldestOf(is).as("oldest")])
    .where((is) => is.or([is("requests", ">", rows), is(oldestOf(is), "<", firstIdOf(before))]))
    .orderBy("n")
    .limit(OVERDUE)
    .execute();
}

/** Which requests of an account to delete, and how many at most. */
interface Purge extends Retention, Pick<Writing, "skipsLocked"> {
  readonly most: number;
}

/** @returns how many it has deleted */
async function purge(
  transaction: Kysely<Schema>,
  account: Account,
  limits: Purge,
): Promise<number> {
  const { n, requests, oldest } = account;
  const { before, rows, most, skipsLocked } = limits;
  const end = firstIdOf(before);
  const own = transaction.selectFrom("requestLog").select("id").where("account", "=", n);
  const remove = async (some: typeof own, count: number): Promise<number> => {
    const oldest = some
      .orderBy("id")
      .limit(count)
      .$if(skipsLocked, (query) => query.forUpdate().skipLocked());
    const { numDeletedRows } = await transaction
      // Selected once: PostgreSQL may run a subquery for each row, and would find others each time.
      .with(
        (name) => name("oldest").materialized(),
        () => oldest,
      )
      .deleteFrom("requestLog")
      .where("account", "=", n)
      .where("id", "in", (is) => is.selectFrom("oldest").select("oldest.id"))
      .executeTakeFirst();
    return Number(numDeletedRows);
  };
  const isAged = oldest !== null && Buffer.compare(oldest, end) < 0;
  const aged = isAged && most > 0 ? await remove(own.where("id", "<", end), most) : 0;
  const excess = Math.min(requests - aged - rows, most - aged);
  const removed = aged + (excess > 0 ? await remove(own, excess) : 0);
  if (removed > 0) {
    const counted = updateCount(transaction, n);
    await counted.set((is) => ({ requests: is("requests", "-", removed) })).execute();
  }
  return removed;
}
