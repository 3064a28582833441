import {
  type Compilable,
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type QueryCreator,
  type SqlBool,
  sql,
} from "kysely";
import {
  type CreditBalance,
  type CreditEntryFilter,
  type CreditEntryRecord,
  type CreditReader,
  type CreditWriter,
  type FailedDataset,
  refundOf,
} from "../credits.ts";
import type { Moment } from "../records.ts";
import type { Position } from "../store.ts";
import type { CompiledQueries } from "./compiled-queries.ts";
import { after } from "./queries.ts";
import type { Row, Schema } from "./schema.ts";

type EntryRow = Row<CreditEntryRecord>;

/** Reads entries of credits. */
export function sqlCreditReader(database: Kysely<Schema>, compiled: CompiledQueries): CreditReader {
  return {
    async listCreditEntries(filter, page) {
      const values = { ...filter, limit: page.limit, ...page.after };
      return compiled.run(database, entries, values);
    },
    async hasRefundsDue(organizationId, now) {
      const rows = await compiled.run(database, due, { organizationId, now });
      return rows.length > 0;
    },
  };
}

/** Options of {@link sqlCreditWriter}. */
export interface SqlCreditsOptions {
  readonly compiled: CompiledQueries;
  /** Whether transactions run concurrently, as on a server, where each statement costs a round trip. */
  readonly skipsLocked: boolean;
}

/** Writes entries of credits, and balances. */
export function sqlCreditWriter(
  transaction: Kysely<Schema>,
  { compiled, skipsLocked }: SqlCreditsOptions,
): CreditWriter {
  const addCreditEntry: CreditWriter["addCreditEntry"] = async (entry) => {
    if (skipsLocked) return (await compiled.run(transaction, entryAndBalance, entry))[0];
    const { organizationId, amount } = entry;
    const [changed] = await compiled.run(transaction, balance, { organizationId, amount });
    if (changed) await compiled.run(transaction, newEntry, entry);
    return changed;
  };
  return {
    addCreditEntry,
    async settleFailures(organizationId, now, newId) {
      const settle = skipsLocked ? settledWithLocks : settled;
      const failed = await compiled.run(transaction, settle, { organizationId, now });
      for (const each of failed) await addCreditEntry(refundOf(each, newId));
    },
  };
}

/** Which page of which entries. */
type EntriesPage = CreditEntryFilter & Partial<Position> & { readonly limit: number };

function entries(database: Kysely<Schema>, page: EntriesPage): Compilable<EntryRow> {
  const { organizationId, kind, createdAfter, createdBefore, limit } = page;
  return database
    .selectFrom("creditEntries")
    .selectAll()
    .where((is) =>
      is.and([
        is("organizationId", "=", organizationId),
        ...(kind === undefined ? [] : [is("kind", "=", kind)]),
        ...(createdAfter === undefined ? [] : [is("createdAt", ">=", createdAfter)]),
        ...(createdBefore === undefined ? [] : [is("createdAt", "<", createdBefore)]),
      ]),
    )
    .where((is) => after(is, page))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit);
}

/** A literal, as in the condition of the index `failedDatasets`: with a parameter, SQLite would plan each run again. */
const NOT = sql.lit(0);

interface Settlement {
  readonly organizationId: string;
  readonly now: Moment;
}

/** Gives back what is due, by the index of the failed datasets: most datasets have not failed. */
export function settled(
  database: Kysely<Schema>,
  settlement: Settlement,
): Compilable<FailedDataset> {
  return refunded(database, due(database, settlement));
}

function settledWithLocks(database: Kysely<Schema>, settlement: Settlement) {
  return refunded(database, due(database, settlement).forUpdate());
}

/** Whether a dataset has failed by now, and its credits were not given back yet. */
export function isRefundDue(
  is: ExpressionBuilder<Schema, "datasets">,
  now: Moment,
): ExpressionWrapper<Schema, "datasets", SqlBool> {
  const hasFailed = [is("failureReason", "is not", null), is("finishedAt", "<=", now)];
  return is.and([is("refunded", "=", NOT), ...hasFailed]);
}

function due(database: Kysely<Schema>, { organizationId, now }: Settlement) {
  return (
    database
      .selectFrom("datasets")
      .select("id")
      .where("organizationId", "=", organizationId)
      .where((is) => isRefundDue(is, now))
      // In a fixed order, so that two concurrent settlements do not deadlock.
      .orderBy("id")
  );
}

function refunded(database: Kysely<Schema>, ids: ReturnType<typeof due>) {
  return database
    .updateTable("datasets")
    .set({ refunded: 1 })
    .where("id", "in", ids)
    .where("refunded", "=", NOT)
    .returning(["id", "organizationId", "numSamples", "finishedAt"]);
}

type Change = Pick<CreditEntryRecord, "organizationId" | "amount">;

/** Changes a balance that covers it. */
function balance(database: QueryCreator<Schema>, { organizationId, amount }: Change) {
  return database
    .updateTable("organizations")
    .set((is) => ({
      credits: is("credits", "+", amount),
      recordedCredits: is("recordedCredits", "+", amount),
    }))
    .where("id", "=", organizationId)
    .where((is) => is(is("credits", "+", amount), ">=", is.lit(0)))
    .returning(["credits", "lowCreditsThreshold"]);
}

function newEntry(database: Kysely<Schema>, row: EntryRow): Compilable<unknown> {
  return database.insertInto("creditEntries").values(row);
}

/** Both in one statement. SQLite cannot do this, and does not need it: there a statement is a call. */
function entryAndBalance(database: Kysely<Schema>, row: EntryRow): Compilable<CreditBalance> {
  const columns = Object.keys(row) as (keyof EntryRow)[]; // a row has its columns only
  return database
    .with("changed", (inner) => balance(inner, row))
    .with("added", (inner) =>
      inner
        .insertInto("creditEntries")
        .columns(columns)
        .expression((is) =>
          is.selectFrom("changed").select(columns.map((name) => is.val(row[name]).as(name))),
        ),
    )
    .selectFrom("changed")
    .select(["credits", "lowCreditsThreshold"]);
}
