/** Options of {@link createStoreReadiness}. */
export interface StoreReadinessOptions {
  /** Rejects, or never settles, if the store does not respond. */
  readonly ping: () => Promise<unknown>;
  /** A monotonic clock in milliseconds. */
  readonly monotonic: () => number;
  /** Resolves after this many milliseconds. */
  readonly after: (milliseconds: number) => Promise<unknown>;
}

/** The time limit of the store, in milliseconds. */
const READY_WITHIN = 2000;

/** How long a result is reused, in milliseconds. */
const GOOD_FOR = 1000;

/**
 * Checks whether a store responds, at most once per second: everyone may request `/readyz`, and must not be able to
 * overload the database that way.
 */
export function createStoreReadiness(options: StoreReadinessOptions): () => Promise<boolean> {
  const { ping, monotonic, after } = options;
  let answer: Promise<boolean> | undefined;
  let goodUntil = Number.POSITIVE_INFINITY;
  const ask = async (): Promise<boolean> => {
    goodUntil = Number.POSITIVE_INFINITY;
    const isReady = await Promise.race([
      ping().then(
        () => true,
        () => false,
      ),
      after(READY_WITHIN).then(() => false),
    ]);
    goodUntil = monotonic() + GOOD_FOR;
    return isReady;
  };
  return () => {
    if (!answer || monotonic() >= goodUntil) answer = ask();
    return answer;
  };
}
