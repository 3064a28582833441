import type { Compilable, Kysely, SelectQueryBuilder } from "kysely";
import type { RequestRecord } from "../records.ts";
import { PURGED_REQUESTS, type Retention } from "../request-log.ts";
import type { CompiledQueries } from "./compiled-queries.ts";
import type { Schema } from "./schema.ts";

/** What {@link addRequests} writes with. */
export interface Writing {
  readonly transaction: Kysely<Schema>;
  readonly compiled: CompiledQueries;
  /** Whether transactions run side by side: one then leaves alone what another has locked. */
  readonly skipsLocked: boolean;
}

/** Adds requests, and deletes some of those that are not to be kept: whether there may be more of them. */
export async function addRequests(
  writing: Writing,
  requests: readonly RequestRecord[],
  retention: Retention,
): Promise<boolean> {
  const { transaction, skipsLocked } = writing;
  const most = requests.length + PURGED_REQUESTS;
  const removing = { skipsLocked, most };
  const added = await insert(writing, requests);
  const old = transaction.selectFrom("requests").where("createdAt", "<", retention.before);
  const aged = await remove(transaction, old, removing);
  const counts = await addToCounts(transaction, sumOf(added, aged));
  let isMoreDue = aged.length === most;
  for (const { accountId, requests: count } of counts) {
    const excess = count - retention.rows;
    if (excess <= 0) continue;
    const own = transaction.selectFrom("requests").where("accountId", "=", accountId);
    const removed = await remove(transaction, own, { skipsLocked, most: Math.min(most, excess) });
    await addToCounts(transaction, sumOf([], removed));
    isMoreDue ||= removed.length < excess;
  }
  return isMoreDue;
}

/** Whose request a row was. */
type Owner = Pick<RequestRecord, "accountId">;

/** What is there already was written by a commit that seemed to fail. */
async function insert(
  { transaction, compiled }: Pick<Writing, "transaction" | "compiled">,
  requests: readonly RequestRecord[],
): Promise<Owner[]> {
  const added: Owner[] = [];
  for (let start = 0; start < requests.length; ) {
    const size = SIZES.find((each) => each <= requests.length - start) ?? 1;
    const columns = toColumns(requests.slice(start, start + size));
    added.push(...(await compiled.run(transaction, newRequests, columns)));
    start += size;
  }
  return added;
}

/** So many rows a statement inserts: few sizes, so that each statement is compiled once. */
const SIZES = [256, 64, 16, 4, 1];

type Columns = { readonly [Name in keyof RequestRecord]: readonly RequestRecord[Name][] };

function toColumns(requests: readonly RequestRecord[]): Columns {
  const columns = COLUMNS.map((name) => [name, requests.map((request) => request[name])] as const);
  // Each has the values of its own member.
  return Object.fromEntries(columns) as unknown as Columns;
}

const COLUMNS: readonly (keyof RequestRecord)[] = [
  "id",
  "accountId",
  "createdAt",
  "actorType",
  "actorId",
  "apiKeyId",
  "method",
  "operationId",
  "path",
  "status",
  "statusClass",
  "code",
  "reason",
  "address",
  "userAgent",
  "durationMs",
];

function newRequests(database: Kysely<Schema>, columns: Columns): Compilable<Owner> {
  const rows = columns.id.map((_, index) => {
    const cells = COLUMNS.map((name) => [name, columns[name][index]] as const);
    // Each column has as many values.
    return Object.fromEntries(cells) as unknown as RequestRecord;
  });
  return database
    .insertInto("requests")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning("accountId");
}

/** What to remove, at most. */
interface Removing extends Pick<Writing, "skipsLocked"> {
  readonly most: number;
}

/** The oldest of some requests. */
function remove(
  transaction: Kysely<Schema>,
  some: SelectQueryBuilder<Schema, "requests", object>,
  { skipsLocked, most }: Removing,
): Promise<Owner[]> {
  const oldest = some
    .select("id")
    .orderBy("createdAt")
    .limit(most)
    .$if(skipsLocked, (query) => query.forUpdate().skipLocked());
  return transaction
    .deleteFrom("requests")
    .where("id", "in", oldest)
    .returning("accountId")
    .execute();
}

function sumOf(added: readonly Owner[], removed: readonly Owner[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = ({ accountId }: Owner, count: number) =>
    sums.set(accountId, count + (sums.get(accountId) ?? 0));
  for (const each of added) add(each, 1);
  for (const each of removed) add(each, -1);
  return sums;
}

/** Sorted: two servers that write at once cannot wait for each other. */
async function addToCounts(
  transaction: Kysely<Schema>,
  sums: ReadonlyMap<string, number>,
): Promise<Schema["requestCounts"][]> {
  const counts: Schema["requestCounts"][] = [];
  for (const [accountId, requests] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const row = await transaction
      .insertInto("requestCounts")
      .values({ accountId, requests })
      .onConflict((conflict) =>
        conflict
          .column("accountId")
          .doUpdateSet((is) => ({ requests: is("requestCounts.requests", "+", requests) })),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    counts.push(row);
  }
  return counts;
}
