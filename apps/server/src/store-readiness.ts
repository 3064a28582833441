/** Options of {@link createStoreReadiness}. */
export interface StoreReadinessOptions {
  /** Rejects, or never settles, if the store does not answer. */
  readonly ping: () => Promise<unknown>;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  /** Resolves after so many milliseconds. */
  readonly after: (milliseconds: number) => Promise<unknown>;
}

/** How long a store may take to answer, in milliseconds. */
const READY_WITHIN = 2000;

/** How long an answer is good for, in milliseconds. */
const GOOD_FOR = 1000;

/**
 * Whether a store answers. It is asked at most once a second, because anyone may request `/readyz` and must not be
 * able to load the database that way.
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
