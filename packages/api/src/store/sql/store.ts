import { type Kysely, sql, type Transaction } from "kysely";
import type { RateLimitStore } from "../rate-limits.ts";
import type { ApiKeyRecord, DatasetRecord, Moment, UsageRecord } from "../records.ts";
import {
  PURGED_AT_ONCE,
  type Store,
  StoreUnavailableError,
  type StoreWriter,
  type WriteScope,
} from "../store.ts";
import { CompiledQueries } from "./compiled-queries.ts";
import { discard, sqlJobs } from "./jobs.ts";
import { descendants, newApiKey, newApiKeyEvent, newDataset } from "./queries.ts";
import { type ReaderOptions, sqlReader } from "./reader.ts";
import { type Schema, toRecord, toRow } from "./schema.ts";

/** Part of a transaction. */
export type Work<T> = (transaction: Transaction<Schema>) => Promise<T>;

/** What the databases do differently. */
export interface SqlStoreOptions extends Pick<ReaderOptions, "isWithin"> {
  readonly database: Kysely<Schema>;
  /** Where transactions run. Default: on `database`. */
  readonly writing?: Kysely<Schema>;
  /** Runs a write in a transaction that is durable before the promise resolves. */
  readonly transact: <T>(scope: WriteScope, work: Work<T>) => Promise<T>;
  /** Whether transactions run side by side: one then leaves alone what another has locked. */
  readonly skipsLocked: boolean;
  /** Whether the dataset of a request is read in the round trip of its key. Default: false. */
  readonly readsAhead?: boolean;
  /** Waits until no other transaction uses or changes a key. Default: writes come one after another. */
  readonly lockApiKey?: (transaction: Kysely<Schema>, id: string) => Promise<void>;
  /** The database's own clock, if it has one. */
  readonly now?: () => Promise<Moment>;
  /** Whether an error says that the database cannot answer now. */
  readonly isUnavailable: (error: unknown) => boolean;
  /** The buckets of the rate limits, which may ask the database for tokens. */
  readonly buckets: (guard: Guard) => RateLimitStore & { readonly close: () => Promise<void> };
}

/** Turns what the database cannot do now into a StoreUnavailableError. */
export type Guard = <T>(work: Promise<T>) => Promise<T>;

/** The store on a SQL database, whichever. */
export function createSqlStore(options: SqlStoreOptions): Store {
  const { database, writing = database, transact, skipsLocked, isWithin } = options;
  const { readsAhead = false, lockApiKey, now } = options;
  const reading = { compiled: new CompiledQueries(), isWithin };
  let isClosed = false;
  const guard = createGuard({ isClosed: () => isClosed, isUnavailable: options.isUnavailable });
  const buckets = options.buckets(guard);
  const store: Omit<Store, "takeTokens"> = {
    ...sqlReader(database, { ...reading, readsAhead }),
    ...sqlJobs(writing, { skipsLocked }),
    ...(now && { now }),
    write: (scope, work) =>
      transact(scope, (transaction) =>
        work(sqlWriter(transaction, { ...reading, skipsLocked, lockApiKey })),
      ),
    addUsage: (usage, lastUsed) =>
      writing.transaction().execute((transaction) => addUsage(transaction, usage, lastUsed)),
    async ping() {
      // Of a table: to answer `select 1`, SQLite does not look at its file.
      await database.selectFrom("migrations").select("version").limit(1).execute();
    },
    async close() {
      // What cannot be given back is refilled within a minute.
      await buckets.close().catch(() => {});
      isClosed = true;
      await Promise.all([database.destroy(), writing === database || writing.destroy()]);
    },
  };
  return { ...guarded(store, { guard, isClosed: () => isClosed }), takeTokens: buckets.takeTokens };
}

/** Distinguishes what the database cannot do now from an error of this program. */
function createGuard({ isClosed, isUnavailable }: GuardOptions): Guard {
  return (work) =>
    work.catch((error: unknown) => {
      const isTold = error instanceof StoreUnavailableError;
      if (isTold || !(isClosed() || isUnavailable(error))) throw error;
      const message = `The database cannot answer now: ${reasonOf(error)}`;
      throw new StoreUnavailableError(message, { cause: error });
    });
}

interface GuardOptions extends Pick<SqlStoreOptions, "isUnavailable"> {
  readonly isClosed: () => boolean;
}

interface GuardedOptions extends Pick<GuardOptions, "isClosed"> {
  readonly guard: Guard;
}

/** The same methods; all of them return promises. */
function guarded<S extends object>(store: S, { guard, isClosed }: GuardedOptions): S {
  const methods = Object.entries(store).map(([name, method]) => {
    // A pool that was closed before its first connection would open one.
    const call = (...args: unknown[]) =>
      isClosed() && name !== "close"
        ? Promise.reject(new StoreUnavailableError("The database is closed."))
        : guard(method(...args));
    return [name, call] as const;
  });
  return Object.fromEntries(methods) as unknown as S; // the same names and signatures
}

/** For the log. If no address of a name answers, Node's error has a code and no message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `${error}`;
  return error.message || ("code" in error ? `${error.code}` : error.name);
}

/** What a writer is made with. */
interface WriterOptions extends ReaderOptions, Pick<SqlStoreOptions, "skipsLocked"> {
  readonly lockApiKey: SqlStoreOptions["lockApiKey"];
}

function sqlWriter(
  transaction: Kysely<Schema>,
  { skipsLocked, lockApiKey, ...reading }: WriterOptions,
): StoreWriter {
  const { compiled } = reading;
  const giveCredits = async (id: string, credits: number): Promise<void> => {
    await transaction
      .updateTable("organizations")
      .set((is) => ({ credits: is("credits", "+", credits) }))
      .where("id", "=", id)
      .execute();
  };
  return {
    ...sqlReader(transaction, reading),
    giveCredits,
    async insertAccount(account) {
      await transaction.insertInto("accounts").values(toRow(account)).execute();
    },
    async insertOrganization(organization, accountIds) {
      await transaction.insertInto("organizations").values(toRow(organization)).execute();
      for (const accountId of accountIds) {
        const membership = { accountId, organizationId: organization.id };
        await transaction.insertInto("memberships").values(membership).execute();
      }
    },
    async insertModel(model) {
      const values = toRow(model);
      const insert = transaction.insertInto("models").values(values);
      await insert.onConflict((conflict) => conflict.column("id").doUpdateSet(values)).execute();
    },
    async insertApiKey(apiKey) {
      await compiled.run(transaction, newApiKey, toRow(apiKey));
    },
    async updateApiKey(id, changes) {
      if (Object.keys(changes).length === 0) return;
      await lockApiKey?.(transaction, id);
      await transaction.updateTable("apiKeys").set(toRow(changes)).where("id", "=", id).execute();
    },
    async listDescendants({ id }) {
      const rows = await compiled.run(transaction, descendants, { id });
      return rows.map((row) => toRecord<ApiKeyRecord>(row));
    },
    async countLiveApiKeys(accountId, now) {
      // SQLite runs one transaction at a time.
      if (skipsLocked) {
        await sql`select id from accounts where id = ${accountId} for no key update`.execute(
          transaction,
        );
      }
      const { count } = await transaction
        .selectFrom("apiKeys")
        .select((is) => is.fn.countAll<number>().as("count"))
        .where("accountId", "=", accountId)
        .where("revokedAt", "is", null)
        .where((is) => is.or([is("expiresAt", "is", null), is("expiresAt", ">", now)]))
        .executeTakeFirstOrThrow();
      return count;
    },
    async insertApiKeyEvent(event) {
      await compiled.run(transaction, newApiKeyEvent, toRow(event));
    },
    async insertDataset(dataset) {
      await compiled.run(transaction, newDataset, toRow(dataset));
    },
    async deleteDataset(id) {
      const deletion = transaction.deleteFrom("datasets").where("id", "=", id).returningAll();
      const row = await deletion.executeTakeFirst();
      if (!row) return undefined;
      await discard(transaction, row.archive);
      return toRecord<DatasetRecord>(row);
    },
    async settleFailures(organizationId, now) {
      const due = transaction
        .selectFrom("datasets")
        .select("id")
        .where("organizationId", "=", organizationId)
        .where("refunded", "=", 0)
        .where("failureReason", "is not", null)
        .where("startedAt", "<=", now)
        .where("finishedAt", "<=", now)
        // In one order, so that two that settle at once do not wait for each other.
        .orderBy("id")
        .$if(skipsLocked, (query) => query.forUpdate());
      const failed = await transaction
        .updateTable("datasets")
        .set({ refunded: 1 })
        .where("id", "in", due)
        .where("refunded", "=", 0)
        .returning("numSamples")
        .execute();
      const credits = failed.reduce((sum, { numSamples }) => sum + numSamples, 0);
      if (credits > 0) await giveCredits(organizationId, credits);
    },
    async takeCredits(id, credits) {
      const rows = await transaction
        .updateTable("organizations")
        .set((is) => ({ credits: is("credits", "-", credits) }))
        .where("id", "=", id)
        .where("credits", ">=", credits)
        .returning("id")
        .execute();
      return rows.length > 0;
    },
    async findAnswer(accountId, key) {
      const query = transaction
        .selectFrom("answers")
        .selectAll()
        .where("accountId", "=", accountId);
      const row = await query.where("key", "=", key).executeTakeFirst();
      return row && { ...row, encrypted: row.encrypted === 1 };
    },
    async saveAnswer(answer) {
      const values = toRow(answer);
      const insert = transaction.insertInto("answers").values(values);
      await insert
        .onConflict((conflict) => conflict.columns(["accountId", "key"]).doUpdateSet(values))
        .execute();
    },
    async purgeAnswers(before) {
      const oldest = transaction
        .selectFrom("answers")
        .select(["accountId", "key"])
        .where("createdAt", "<", before)
        .orderBy("createdAt")
        .limit(PURGED_AT_ONCE)
        .$if(skipsLocked, (query) => query.forUpdate().skipLocked());
      await transaction
        .deleteFrom("answers")
        .where((is) =>
          is(is.refTuple("accountId", "key"), "in", oldest.$asTuple("accountId", "key")),
        )
        .execute();
    },
  };
}

/** Sorted, so that two nodes that flush at once cannot wait for each other. */
async function addUsage(
  transaction: Kysely<Schema>,
  usage: readonly UsageRecord[],
  lastUsed: ReadonlyMap<string, Moment>,
): Promise<void> {
  const idOf = (row: UsageRecord) =>
    [row.apiKeyId, row.hour, row.operationId, row.statusClass].join();
  for (const row of usage.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))) {
    await transaction
      .insertInto("usage")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["apiKeyId", "hour", "operationId", "statusClass"])
          .doUpdateSet((is) => ({ requests: is("usage.requests", "+", row.requests) })),
      )
      .execute();
  }
  for (const [id, moment] of [...lastUsed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await transaction
      .updateTable("apiKeys")
      .set({ lastUsedAt: moment })
      .where("id", "=", id)
      .where((is) => is.or([is("lastUsedAt", "is", null), is("lastUsedAt", "<", moment)]))
      .execute();
  }
}
