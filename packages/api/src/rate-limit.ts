import type { RateLimit } from "@sinkove/contract";
import { ApiError } from "./problem.ts";
import type { Moment } from "./store/records.ts";

/** A bucket's level at a moment. */
export interface RateLimitLevel {
  readonly policy: RateLimit;
  readonly tokens: number;
  readonly now: Moment;
}

/** Token buckets by key. */
export interface RateLimiter {
  /** Takes a token if there is one. */
  take(id: string, policy: RateLimit, now: Moment): { level: RateLimitLevel; isAllowed: boolean };
}

/** Past this many buckets, those that are full again are forgotten: they say nothing. */
const SWEEP_AT = 10_000;

/** Buckets in this process's memory. */
export function createRateLimiter(): RateLimiter {
  const buckets = new Map<string, RateLimitLevel>();
  let sweepAt = SWEEP_AT;
  return {
    take(id, policy, now) {
      const tokens = tokensAt(buckets.get(id), policy, now);
      const isAllowed = tokens >= 1;
      const level = { policy, tokens: isAllowed ? tokens - 1 : tokens, now };
      buckets.set(id, level);
      if (buckets.size > sweepAt) {
        sweep(buckets, now);
        sweepAt = Math.max(SWEEP_AT, 2 * buckets.size);
      }
      return { level, isAllowed };
    },
  };
}

function tokensAt(before: RateLimitLevel | undefined, policy: RateLimit, now: Moment): number {
  if (!before) return policy.limit;
  const elapsed = Math.max(0, now - before.now);
  const refilled = (elapsed * policy.limit) / (policy.windowSeconds * 1000);
  return Math.min(policy.limit, before.tokens + refilled);
}

function sweep(buckets: Map<string, RateLimitLevel>, now: Moment): void {
  for (const [id, level] of buckets) {
    if (tokensAt(level, level.policy, now) >= level.policy.limit) buckets.delete(id);
  }
}

/** Adds the headers of a level: the three that Sinkove documents, and those of the IETF draft. */
export function addRateLimitHeaders(
  headers: Record<string, string>,
  { policy, tokens, now }: RateLimitLevel,
): void {
  const { limit, windowSeconds } = policy;
  const remaining = Math.floor(tokens);
  const fullIn = ((limit - tokens) * windowSeconds) / limit;
  headers["X-RateLimit-Limit"] = `${limit}`;
  headers["X-RateLimit-Remaining"] = `${remaining}`;
  headers["X-RateLimit-Reset"] = `${Math.ceil(now / 1000 + fullIn)}`;
  headers["RateLimit-Policy"] = `"per-key";q=${limit};w=${windowSeconds}`;
  headers.RateLimit = `"per-key";r=${remaining};t=${Math.ceil(fullIn)}`;
}

/** Too many requests: says how long until there is a token. */
export function rateLimitExceeded({ policy, tokens }: RateLimitLevel): ApiError {
  const wait = Math.max(1, Math.ceil(((1 - tokens) * policy.windowSeconds) / policy.limit));
  const detail = `The API key has used up its ${policy.limit} requests in ${policy.windowSeconds} seconds. Wait ${wait} seconds.`;
  const headers = { "Retry-After": `${wait}` };
  return new ApiError("RATE_LIMIT_EXCEEDED", detail, { retryAfterSeconds: wait, headers });
}
