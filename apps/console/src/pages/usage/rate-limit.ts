/** The rest of a rate limit. */
export interface RateLimitState {
  readonly limit: number;
  readonly remaining: number;
  /** When the full limit is available again, in milliseconds since 1970. */
  readonly resetAt: number;
}

/** Reads the rate limit headers of a response; null if there are none. */
export function rateLimitOf(headers: Headers): RateLimitState | null {
  const [limit = Number.NaN, remaining = Number.NaN, reset = Number.NaN] = [
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
  ].map((name) => Number(headers.get(name) ?? Number.NaN));
  if (Number.isNaN(limit + remaining + reset)) return null;
  return { limit, remaining, resetAt: reset * 1000 };
}
