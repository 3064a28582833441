import type { Awaitable } from "../../awaitable.ts";
import type { Store } from "../store.ts";

/** The methods that only read. */
const READS: ReadonlySet<string> = new Set<keyof Store>([
  "findCredentials",
  "findCredentialsById",
  "findAccountCredentials",
  "findApiKey",
  "listApiKeys",
  "listExpiringApiKeys",
  "listApiKeyEvents",
  "listOrganizations",
  "listCreditEntries",
  "hasRefundsDue",
  "listMembers",
  "listInvitations",
  "findModel",
  "listModels",
  "findDataset",
  "listDatasets",
  "listUsage",
  "lastUsedAt",
  "listRequests",
  "listWebhookEndpoints",
  "findWebhookEndpoint",
  "listWebhookDeliveries",
  "findWebhookDelivery",
  "findRequest",
  "listClients",
  "listRemovals",
  "now",
  "ping",
  "takeTokens",
]);

/**
 * How long what was read is taken as true without asking whether another process has committed, in milliseconds.
 * Such a process has to wait so long before it says that it has.
 */
export const LEASE = 10;

/** If there are more of a kind, these are dropped. */
const MOST = 10_000;

/** Options of {@link withCachedReads}. */
export interface CachedReadsOptions {
  /** Differs after each commit of another process; throws where that cannot be known. */
  readonly revision: () => number;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
}

/**
 * Keeps what was found until something is committed. A write of this store forgets all before it is acknowledged;
 * those of other processes are asked for once in {@link LEASE}, so that a revoked key is never found in its old
 * state once its revocation was answered.
 */
export function withCachedReads(store: Store, options: CachedReadsOptions): Store {
  const cache = new Cache(options);
  return {
    ...forgetting(store, cache),
    findCredentials: cache.keep((hash) => store.findCredentials(hash)),
    findAccountCredentials: cache.keep((id) => store.findAccountCredentials(id)),
    findDataset: cache.keep((id) => store.findDataset(id)),
    findModel: cache.keep((id) => store.findModel(id)),
  };
}

/** The same store; whatever may have changed something makes the cache forget, whether it succeeds or fails. */
function forgetting(store: Store, cache: Cache): Store {
  const methods = Object.entries(store).map(([name, method]) => {
    if (READS.has(name)) return [name, method] as const;
    const write = (...args: unknown[]) => method(...args).finally(() => cache.forget());
    return [name, write] as const;
  });
  return Object.fromEntries(methods) as unknown as Store; // the same names and signatures
}

/** A look-up by one text. */
type Find<T> = (key: string) => Awaitable<T | undefined>;

class Cache {
  readonly #options: CachedReadsOptions;
  readonly #kinds: Map<string, object>[] = [];
  #revision: number | undefined;
  #trustedUntil = Number.NEGATIVE_INFINITY;
  /** Counts how often the cache was cleared. */
  #generation = 0;

  constructor(options: CachedReadsOptions) {
    this.#options = options;
  }

  forget(): void {
    for (const found of this.#kinds) found.clear();
    this.#generation += 1;
  }

  /** The same look-up, which caches its results. */
  keep<T extends object>(find: Find<T>): Find<T> {
    const found = new Map<string, T>();
    this.#kinds.push(found);
    return (key) => {
      this.#renew();
      return found.get(key) ?? this.#find(key, find, found);
    };
  }

  async #find<T>(key: string, find: Find<T>, found: Map<string, T>): Promise<T | undefined> {
    const generation = this.#generation;
    const record = await find(key);
    this.#renew();
    // A commit may have overtaken it.
    if (record !== undefined && this.#revision !== undefined && generation === this.#generation) {
      if (found.size >= MOST) found.clear();
      found.set(key, record);
    }
    return record;
  }

  #renew(): void {
    const now = this.#options.monotonic();
    if (now < this.#trustedUntil) return;
    const revision = this.#readRevision();
    if (revision === undefined || revision !== this.#revision) this.forget();
    this.#revision = revision;
    this.#trustedUntil = now + LEASE;
  }

  /** Without a revision nothing is cached. The store itself reports the error. */
  #readRevision(): number | undefined {
    try {
      return this.#options.revision();
    } catch {
      return undefined;
    }
  }
}
