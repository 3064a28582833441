import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { refundOf } from "../credits.ts";
import {
  archiveNameOf,
  type JobQueue,
  type JobStore,
  type Lease,
  type LeaseRequest,
  REMOVED_AT_ONCE,
} from "../jobs.ts";
import type { DatasetRecord, Moment } from "../records.ts";
import type { CompiledQueries } from "./compiled-queries.ts";
import { sqlCreditWriter } from "./credits.ts";
import { type Row, type Schema, toRecord } from "./schema.ts";
import { sqlWebhookWriter } from "./webhooks.ts";

/** Options of {@link sqlJobs}. */
export interface SqlJobsOptions {
  readonly compiled: CompiledQueries;
  /** Whether transactions run concurrently. If they do, each skips rows that another has locked. */
  readonly skipsLocked: boolean;
}

/** Leases in the rows of the datasets. */
export function sqlJobs(
  database: Kysely<Schema>,
  { compiled, skipsLocked }: SqlJobsOptions,
): JobStore {
  return {
    leaseDataset: (request) =>
      database.transaction().execute(async (transaction) => {
        for (const organizationId of await organizationsInTurn(transaction, request.now)) {
          const next = await transaction
            .selectFrom("datasets")
            .select(["id", "archive"])
            .where("organizationId", "=", organizationId)
            .where("finishedAt", "is", null)
            .where((is) => freeAt(is, request.now))
            .orderBy("createdAt")
            .orderBy("id")
            .limit(1)
            .$if(skipsLocked, (query) => query.forUpdate().skipLocked())
            .executeTakeFirst();
          if (!next) continue;
          await discard(transaction, [next.archive], request.expiresAt);
          return lease(transaction, next.id, request);
        }
        return undefined;
      }),
    renewLease: async (held, { expiresAt, samplesDone }) => {
      const progress = { leaseExpiresAt: expiresAt, samplesDone };
      const { numUpdatedRows } = await heldBy(database, held).set(progress).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    releaseLease: (held, { retryAt, isError }) =>
      database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await heldBy(transaction, held)
          .set((is) => ({
            attempts: is("attempts", "-", isError ? 0 : 1),
            errors: is("errors", "+", isError ? 1 : 0),
            leaseToken: null,
            leaseExpiresAt: retryAt,
            archive: null,
          }))
          .executeTakeFirst();
        if (numUpdatedRows > 0n) await discard(transaction, [archiveNameOf(held)]);
        return numUpdatedRows > 0n;
      }),
    finishDataset: (held, outcome, { newId, events }) =>
      database.transaction().execute(async (transaction) => {
        const hasFailed = outcome.failureReason !== null;
        const ended = await heldBy(transaction, held)
          .set({ ...outcome, leaseToken: null, leaseExpiresAt: null })
          .$if(hasFailed, (query) => query.set({ archive: null, refunded: 1 }))
          .returning(["id", "organizationId", "numSamples", "finishedAt"])
          .executeTakeFirst();
        if (!ended) return false;
        await sqlWebhookWriter(transaction).insertWebhookEvents(events);
        if (hasFailed) {
          await discard(transaction, [archiveNameOf(held)]);
          const credits = sqlCreditWriter(transaction, { compiled, skipsLocked });
          await credits.addCreditEntry(refundOf(ended, newId));
        }
        return true;
      }),
    readQueue: (now) => readQueue(database, now),
    listRemovals: (now) =>
      database.transaction().execute(async (transaction) => {
        await discardExpired(transaction, now, skipsLocked);
        const due = transaction.selectFrom("removals").where("notBefore", "<=", now);
        const archives = await due.select("archive").limit(REMOVED_AT_ONCE).execute();
        return archives.map(({ archive }) => archive);
      }),
    async confirmRemovals(archives) {
      if (archives.length === 0) return;
      await database.deleteFrom("removals").where("archive", "in", archives).execute();
    },
  };
}

async function readQueue(database: Kysely<Schema>, now: Moment): Promise<JobQueue> {
  const isLeased = sql`"leaseToken" is not null and "leaseExpiresAt" > ${now}`;
  const { rows } = await sql<JobQueue>`
    select coalesce(sum(case when ${isLeased} then 0 else 1 end), 0) as queued,
      coalesce(sum(case when ${isLeased} then 1 else 0 end), 0) as running,
      min(case when ${isLeased} then null else "createdAt" end) as oldest
    from datasets where "finishedAt" is null`.execute(database);
  return rows[0] ?? { queued: 0, running: 0, oldest: null };
}

/** Marks archives for removal. Ignores null. */
export async function discard(
  transaction: Kysely<Schema>,
  archives: readonly (string | null)[],
  notBefore: Moment = 0,
): Promise<void> {
  const values = archives.flatMap((archive) => (archive === null ? [] : { archive, notBefore }));
  if (values.length === 0) return;
  const insert = transaction.insertInto("removals").values(values);
  await insert.onConflict((conflict) => conflict.doNothing()).execute();
}

/** Organizations with queued datasets, in the order of their turns. */
async function organizationsInTurn(transaction: Kysely<Schema>, now: Moment): Promise<string[]> {
  const { rows } = await sql<{ organizationId: string }>`
    select "organizationId",
      sum(case when "leaseToken" is not null and "leaseExpiresAt" > ${now} then 1 else 0 end)
        as running,
      (select coalesce(max("startedAt"), 0) from datasets as served
        where served."organizationId" = datasets."organizationId") as "servedAt"
    from datasets where "finishedAt" is null
    group by "organizationId"
    having sum(case when coalesce("leaseExpiresAt", 0) <= ${now} then 1 else 0 end) > 0
    order by running, "servedAt", min("createdAt"), "organizationId"`.execute(transaction);
  return rows.map(({ organizationId }) => organizationId);
}

function freeAt(is: ExpressionBuilder<Schema, "datasets">, now: Moment) {
  return is.or([is("leaseExpiresAt", "is", null), is("leaseExpiresAt", "<=", now)]);
}

function heldBy(database: Kysely<Schema>, { datasetId, token }: Lease) {
  return database
    .updateTable("datasets")
    .where("id", "=", datasetId)
    .where("leaseToken", "=", token);
}

async function lease(
  transaction: Kysely<Schema>,
  datasetId: string,
  { token, now, expiresAt }: LeaseRequest,
): Promise<DatasetRecord> {
  const row: Row<DatasetRecord> = await transaction
    .updateTable("datasets")
    .set((is) => ({
      startedAt: now,
      attempts: is("attempts", "+", 1),
      samplesDone: 0,
      leaseToken: token,
      leaseExpiresAt: expiresAt,
      archive: archiveNameOf({ datasetId, token }),
    }))
    .where("id", "=", datasetId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toRecord<DatasetRecord>(row);
}

/** Discards a few at a time. The next round takes the rest. */
async function discardExpired(
  transaction: Kysely<Schema>,
  now: Moment,
  skipsLocked: boolean,
): Promise<void> {
  const expired = await transaction
    .selectFrom("datasets")
    .select(["id", "archive"])
    .where("archive", "is not", null)
    .where("expiresAt", "<=", now)
    .limit(REMOVED_AT_ONCE)
    .$if(skipsLocked, (query) => query.forUpdate().skipLocked())
    .execute();
  if (expired.length === 0) return;
  await discard(
    transaction,
    expired.map(({ archive }) => archive),
  );
  const ids = expired.map(({ id }) => id);
  await transaction.updateTable("datasets").set({ archive: null }).where("id", "in", ids).execute();
}
