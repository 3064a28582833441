import type { RateLimit } from "@sinkove/contract";
import type { Awaitable } from "../awaitable.ts";
import type { Moment } from "./records.ts";

/** A token bucket: that of an account, or that of a key with a limit of its own. */
export interface Bucket {
  readonly id: string;
  readonly policy: RateLimit;
}

/** How full a bucket is at a moment; an estimate if several servers share it. */
export interface BucketLevel {
  readonly policy: RateLimit;
  readonly tokens: number;
  readonly now: Moment;
}

/** The result of an attempt to take tokens. */
export interface TokenTake {
  readonly isAllowed: boolean;
  /** In the order of the buckets. */
  readonly levels: readonly BucketLevel[];
}

/** The rate limits of everyone who uses a database. */
export interface RateLimitStore {
  /**
   * Takes a token from each bucket. If one is empty, it takes none: a request that one bucket refuses does not
   * drain the other.
   *
   * @throws StoreUnavailableError if a shared bucket does not respond in time
   */
  takeTokens(buckets: readonly Bucket[], now: Moment): Awaitable<TokenTake>;
}

/** The tokens in a bucket `elapsed` milliseconds after it had `tokens`. */
export function refilled(
  { limit, windowSeconds }: RateLimit,
  tokens: number,
  elapsed: number,
): number {
  const added = (Math.max(0, elapsed) * limit) / (windowSeconds * 1000);
  return Math.min(limit, tokens + added);
}
