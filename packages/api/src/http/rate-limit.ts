import type { RateLimit } from "@sinkove/contract";
import type { BucketLevel } from "../store/rate-limits.ts";
import { ApiError, type ApiErrorOptions } from "./problem.ts";

/** The names of a key's buckets in the headers: the account's bucket, then the key's own. */
const NAMES = ["per-account", "per-key"] as const;

/** The limit of a signed-in person. Requests with the person's API keys do not count. */
export const SESSION_LIMIT: RateLimit = { limit: 600, windowSeconds: 60 };

/** The buckets that a request draws from, as its response reports them. */
export interface RateLimitState {
  /** At least one. */
  readonly levels: readonly BucketLevel[];
  /** Default: those of an account and a key. */
  readonly names?: readonly string[];
}

/**
 * Adds the rate limit headers: `X-RateLimit-*` for the bucket with fewer requests left, and the two of the IETF draft
 * for all of them.
 */
export function addRateLimitHeaders(
  headers: Record<string, string>,
  { levels, names = NAMES }: RateLimitState,
): void {
  const nearest = nearestOf(levels);
  if (!nearest) return;
  headers["X-RateLimit-Limit"] = `${nearest.policy.limit}`;
  headers["X-RateLimit-Remaining"] = `${Math.floor(nearest.tokens)}`;
  headers["X-RateLimit-Reset"] = `${Math.ceil(nearest.now / 1000 + secondsToFull(nearest))}`;
  let [policies, states, separator] = ["", "", ""];
  for (const [index, level] of levels.entries()) {
    const { limit, windowSeconds } = level.policy;
    const remaining = Math.floor(level.tokens);
    policies += `${separator}"${names[index]}";q=${limit};w=${windowSeconds}`;
    states += `${separator}"${names[index]}";r=${remaining};t=${Math.ceil(secondsToFull(level))}`;
    separator = ", ";
  }
  headers["RateLimit-Policy"] = policies;
  headers.RateLimit = states;
}

/** The bucket with the fewest requests left; of two that have equally many, the one that refills more slowly. */
function nearestOf(levels: readonly BucketLevel[]): BucketLevel | undefined {
  let nearest = levels[0];
  for (const level of levels) if (nearest && isNearer(level, nearest)) nearest = level;
  return nearest;
}

function isNearer(level: BucketLevel, than: BucketLevel): boolean {
  const [left, right] = [Math.floor(level.tokens), Math.floor(than.tokens)];
  return left === right ? secondsToNext(level) > secondsToNext(than) : left < right;
}

function secondsToFull({ policy: { limit, windowSeconds }, tokens }: BucketLevel): number {
  return ((limit - tokens) * windowSeconds) / limit;
}

/** The seconds until the bucket has its next whole token. */
function secondsToNext({ policy: { limit, windowSeconds }, tokens }: BucketLevel): number {
  return ((1 - (tokens - Math.floor(tokens))) * windowSeconds) / limit;
}

/** Refuses a request for which one of the buckets has no token, and says how long until each of them has one. */
export function rateLimitExceeded({ levels, names = NAMES }: RateLimitState): ApiError {
  const empty = levels.filter(({ tokens }) => tokens < 1);
  const slowest = nearestOf(empty);
  const seconds = slowest ? Math.max(1, Math.ceil(secondsToNext(slowest))) : 1;
  const { limit, windowSeconds } = slowest?.policy ?? { limit: 0, windowSeconds: 0 };
  const quota = `${count(limit, "request")} in ${count(windowSeconds, "second")}`;
  if (names[0] === "per-session") {
    return waiting(`You have used up the ${quota} of the console.`, seconds, "session_limit");
  }
  const isOwn = slowest !== undefined && slowest === levels[1];
  const what = isOwn
    ? `The API key has used up its own ${quota}.`
    : `The account has used up its ${quota}, which all its API keys share.`;
  return waiting(what, seconds, isOwn ? "key_limit" : "account_limit");
}

/** Refuses an authentication from a network where too many have failed. */
export function authenticationsExceeded(level: BucketLevel): ApiError {
  const what =
    "Too many requests from your address had an API key that is unknown, revoked, expired or disabled. Check the key.";
  return waiting(what, Math.max(1, Math.ceil(secondsToNext(level))), "address_limit");
}

/** Refuses a report of a leaked key from a network that has sent too many. */
export function leakReportsExceeded(level: BucketLevel): ApiError {
  const what = "Too many reports of leaked keys came from your address.";
  return waiting(what, Math.max(1, Math.ceil(secondsToNext(level))), "report_limit");
}

/** Refuses an invitation of an account that has sent too many. */
export function invitationsExceeded(level: BucketLevel): ApiError {
  const { limit, windowSeconds } = level.policy;
  const what = `The account can send ${count(limit, "invitation")} in ${count(windowSeconds / 60, "minute")}, and has sent that many.`;
  return waiting(what, Math.max(1, Math.ceil(secondsToNext(level))), "invitation_limit");
}

function waiting(
  what: string,
  seconds: number,
  refusal: NonNullable<ApiErrorOptions["refusal"]>,
): ApiError {
  const detail = `${what} Wait ${count(seconds, "second")}.`;
  const headers = { "Retry-After": `${seconds}` };
  return new ApiError("RATE_LIMIT_EXCEEDED", detail, {
    retryAfterSeconds: seconds,
    headers,
    refusal,
  });
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
