import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { RequestRecord } from "../records.ts";
import { PURGED_REQUESTS, type Retention } from "../request-log.ts";
import type { Schema } from "./schema.ts";

/** Options of {@link addRequests}. */
export interface RequestLogOptions {
  readonly retention: Retention;
  /** Whether transactions run side by side: one then leaves alone what another has locked. */
  readonly skipsLocked: boolean;
}

/** Adds requests, and deletes some of those that are not to be kept: whether there may be more of them. */
export async function addRequests(
  transaction: Kysely<Schema>,
  requests: readonly RequestRecord[],
  { retention, skipsLocked }: RequestLogOptions,
): Promise<boolean> {
  const most = requests.length + PURGED_REQUESTS;
  const removing = { skipsLocked, most };
  const added = await insert(transaction, requests);
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

/**
 * In one statement, whatever their number. `json_each` is in both databases if it is given an object. What is there
 * already was written by a commit that seemed to fail.
 */
async function insert(
  transaction: Kysely<Schema>,
  requests: readonly RequestRecord[],
): Promise<readonly Owner[]> {
  if (requests.length === 0) return [];
  const all = JSON.stringify({ ...requests });
  const { rows } = await sql<Owner>`insert into requests (id, "accountId", "createdAt",
      "actorType", "actorId", "apiKeyId", method, "operationId", path, status, "statusClass", code,
      reason, address, "userAgent", "durationMs")
    select value ->> 'id', value ->> 'accountId', cast(value ->> 'createdAt' as bigint),
      value ->> 'actorType', value ->> 'actorId', value ->> 'apiKeyId', value ->> 'method',
      value ->> 'operationId', value ->> 'path', cast(value ->> 'status' as integer),
      value ->> 'statusClass', value ->> 'code', value ->> 'reason', value ->> 'address',
      value ->> 'userAgent', cast(value ->> 'durationMs' as double precision)
    from json_each(${all}) where true on conflict do nothing returning "accountId"`.execute(
    transaction,
  );
  return rows;
}

/** What to remove, at most. */
interface Removing extends Pick<RequestLogOptions, "skipsLocked"> {
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
