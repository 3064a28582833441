import type { Store } from "../store.ts";

/** What requests look up again and again, by one text. */
type CachedRead = "findCredentials" | "findDataset" | "findModel";

/** Whose outcome changes nothing. */
const READS: ReadonlySet<string> = new Set<keyof Store>([
  "findCredentials",
  "findApiKey",
  "listApiKeys",
  "listApiKeyEvents",
  "listOrganizations",
  "findModel",
  "listModels",
  "findDataset",
  "listDatasets",
  "listUsage",
  "lastUsedAt",
  "listRemovals",
  "ping",
]);

/**
 * How long what was read is taken as true without asking whether another process has committed, in milliseconds.
 * Such a process has to wait so long before it says that it has.
 */
export const LEASE = 10;

/** Past this many, all are forgotten. */
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
  const cached =
    (read: CachedRead) =>
    (key: string): Promise<unknown> =>
      cache.read<unknown>(`${read} ${key}`, () => store[read](key));
  return {
    ...forgetting(store, cache),
    // What is kept under a name is what the method of that name has found.
    findCredentials: cached("findCredentials") as Store["findCredentials"],
    findDataset: cached("findDataset") as Store["findDataset"],
    findModel: cached("findModel") as Store["findModel"],
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

class Cache {
  readonly #options: CachedReadsOptions;
  readonly #found = new Map<string, unknown>();
  #revision: number | undefined;
  #trustedUntil = Number.NEGATIVE_INFINITY;
  /** Counts how often all was forgotten. */
  #generation = 0;

  constructor(options: CachedReadsOptions) {
    this.#options = options;
  }

  forget(): void {
    this.#found.clear();
    this.#generation += 1;
  }

  async read<T>(key: string, find: () => Promise<T | undefined>): Promise<T | undefined> {
    this.#renew();
    // Only what `find` has found is kept under its key.
    const known = this.#found.get(key) as T | undefined;
    if (known !== undefined) return known;
    const generation = this.#generation;
    const found = await find();
    this.#renew();
    // A commit may have overtaken it.
    if (found !== undefined && this.#revision !== undefined && generation === this.#generation) {
      if (this.#found.size >= MOST) this.#found.clear();
      this.#found.set(key, found);
    }
    return found;
  }

  #renew(): void {
    const now = this.#options.monotonic();
    if (now < this.#trustedUntil) return;
    const revision = this.#readRevision();
    if (revision === undefined || revision !== this.#revision) this.forget();
    this.#revision = revision;
    this.#trustedUntil = now + LEASE;
  }

  /** Without a revision nothing is kept: the store itself says what is wrong. */
  #readRevision(): number | undefined {
    try {
      return this.#options.revision();
    } catch {
      return undefined;
    }
  }
}
