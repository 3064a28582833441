const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 8_000;
// The three forms of RFC 9110, section 5.6.7. Date.parse alone accepts even "-5".
const IS_DATE = /^[a-z]+,? .*\d:\d\d:\d\d/i;

/** Statuses that may be different the next time: RFC 9110 (408, 502, 504), RFC 6585 (429), 500, 503. */
export function isRetryable(status: number): boolean {
  return [408, 429, 500, 502, 503, 504].includes(status);
}

/** Full jitter: a random time between 0 and a maximum that doubles with each attempt, which counts from 1. */
export function backoffMs(attempt: number, random: () => number): number {
  return random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
}

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, or `Retry-After` in seconds
 * or as a date (RFC 9110, section 10.2.3). A date is measured against the server's own `Date`, so
 * that a clock that is wrong here does no harm.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const ms = numberOf(headers.get("retry-after-ms"));
  if (ms !== undefined) return ms;
  const value = headers.get("retry-after") ?? "";
  const seconds = numberOf(value);
  if (seconds !== undefined) return seconds * 1000;
  const until = Date.parse(IS_DATE.test(value) ? value : "");
  if (Number.isNaN(until)) return undefined;
  return Math.max(0, until - (Date.parse(headers.get("date") ?? "") || now));
}

/** A number that is not negative, or undefined. */
export function numberOf(text: string | null): number | undefined {
  return /^\d+(\.\d+)?$/.test(text ?? "") ? Number(text) : undefined;
}
