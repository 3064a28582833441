import type { Kysely, Transaction } from "kysely";
import type { RateLimitStore } from "../rate-limits.ts";
import type { Moment } from "../records.ts";
import { type Store, StoreUnavailableError, type WriteScope } from "../store.ts";
import { CompiledQueries } from "./compiled-queries.ts";
import { sqlJobs } from "./jobs.ts";
import { sqlMails } from "./mails.ts";
import { sqlReader } from "./reader.ts";
import { requestAdder } from "./request-log-writer.ts";
import type { Schema } from "./schema.ts";
import { addUsage } from "./usage-counters.ts";
import { sqlWebhooks } from "./webhooks.ts";
import { sqlWriter, type WriterOptions } from "./writer.ts";

/** Part of a transaction. */
export type Work<T> = (transaction: Transaction<Schema>) => Promise<T>;

/** The differences between the databases. */
export interface SqlStoreOptions extends Omit<WriterOptions, "compiled"> {
  readonly database: Kysely<Schema>;
  /** Where transactions run. Default: on `database`. */
  readonly writing?: Kysely<Schema>;
  /** Runs a write in a transaction that is durable before the promise resolves. */
  readonly transact: <T>(scope: WriteScope, work: Work<T>) => Promise<T>;
  /** The database's own clock, if it has one. */
  readonly now?: () => Promise<Moment>;
  /** Whether an error says that the database cannot answer now. */
  readonly isUnavailable: (error: unknown) => boolean;
  /** The buckets of the rate limits, which may ask the database for tokens. */
  readonly buckets: (guard: Guard) => RateLimitStore & { readonly close: () => Promise<void> };
}

/** Turns errors that mean that the database is unavailable into a StoreUnavailableError. */
export type Guard = <T>(work: Promise<T>) => Promise<T>;

/** The store on any SQL database. */
export function createSqlStore(options: SqlStoreOptions): Store {
  const { database, writing = database, transact, skipsLocked, isWithin } = options;
  const { readsAhead = false, lockApiKey, now } = options;
  const reading = { compiled: new CompiledQueries(), isWithin };
  let isClosed = false;
  const guard = createGuard({ isClosed: () => isClosed, isUnavailable: options.isUnavailable });
  const buckets = options.buckets(guard);
  const store: Omit<Store, "takeTokens"> = {
    ...sqlReader(database, { ...reading, readsAhead }),
    ...sqlJobs(writing, { compiled: reading.compiled, skipsLocked }),
    ...sqlWebhooks(writing, { skipsLocked }),
    ...sqlMails(writing, { skipsLocked }),
    ...(now && { now }),
    write: (scope, work) =>
      transact(scope, (transaction) =>
        work(sqlWriter(transaction, { ...reading, skipsLocked, lockApiKey })),
      ),
    addUsage: (usage, lastUsed) =>
      writing.transaction().execute((transaction) => addUsage(transaction, usage, lastUsed)),
    addRequests: requestAdder({ writing, compiled: reading.compiled, skipsLocked }),
    async ping() {
      // Reads a table, because SQLite answers `select 1` without reading its file.
      await database.selectFrom("migrations").select("version").limit(1).execute();
    },
    async close() {
      // Tokens that cannot be returned are refilled within a minute.
      await buckets.close().catch(() => {});
      isClosed = true;
      await Promise.all([database.destroy(), writing === database || writing.destroy()]);
    },
  };
  return { ...guarded(store, { guard, isClosed: () => isClosed }), takeTokens: buckets.takeTokens };
}

/** Distinguishes an unavailable database from an error of this program. */
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
    // A pool that is closed before its first connection would open one.
    const call = (...args: unknown[]) =>
      isClosed() && name !== "close"
        ? Promise.reject(new StoreUnavailableError("The database is closed."))
        : guard(method(...args));
    return [name, call] as const;
  });
  return Object.fromEntries(methods) as unknown as S; // the same names and signatures
}

/** The reason for the log. If no address of a name responds, Node's error has a code and no message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `${error}`;
  return error.message || ("code" in error ? `${error.code}` : error.name);
}
