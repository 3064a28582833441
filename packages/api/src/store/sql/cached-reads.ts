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
 * How long cached results are used without checking whether another process has committed, in milliseconds. Other
 * processes must wait this long before they acknowledge a commit.
 */
export const LEASE = 10;

/** When there are this many results of a kind, they are dropped. */
const MOST = 10_000;

/** Options of {@link withCachedReads}. */
export interface CachedReadsOptions {
  /** Returns another value after each commit of another process. Throws if that cannot be determined. */
  readonly revision: () => number;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
}

/**
 * Caches look-ups until something is committed. A write of this store clears the cache before it is acknowledged.
 * Commits of other processes are checked for once per {@link LEASE}. So a revoked key is never found in its old state
 * after its revocation was acknowledged.
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

/** The same store, which clears the cache after each call that may have written, whether it succeeds or fails. */
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
    // A commit during the look-up may have made the result outdated.
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
