import type { RateLimit, RequestBody } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { permissionDenied } from "../access/authorization.ts";
import { validationError } from "../http/problem.ts";
import { quantity } from "../quantity.ts";
import type { ApiKeyRecord } from "../store/records.ts";

/** The limit that a client requests. Null for no limit of the key's own. */
type WantedLimit = NonNullable<RequestBody<"updateApiKey">>["rateLimit"];

/**
 * The limit of a new key. Default: that of the presented key.
 *
 * @throws ApiError VALIDATION_ERROR if it exceeds the account's limit, PERMISSION_DENIED if it exceeds the presented
 * key's
 */
export function limitOfNewKey(giver: Principal, wanted: WantedLimit): RateLimit | null {
  const limit = wanted ?? giver.apiKey?.rateLimit ?? null;
  requireWithinAccount(giver, limit);
  requireWithinOwn(giver, limit);
  return limit;
}

/** @throws ApiError as {@link limitOfNewKey}, except that the key may keep a limit above the presented key's */
export function changedLimit(
  giver: Principal,
  before: ApiKeyRecord,
  wanted: WantedLimit,
): RateLimit | null {
  if (wanted === undefined) return before.rateLimit;
  requireWithinAccount(giver, wanted);
  if (isMore(wanted, before.rateLimit)) requireWithinOwn(giver, wanted);
  return wanted;
}

function requireWithinAccount({ account }: Principal, wanted: RateLimit | null): void {
  if (wanted === null || !isMore(wanted, account.rateLimit)) return;
  const { limit, windowSeconds } = account.rateLimit;
  const detail = `must not allow more requests per second than the account, which has ${limit} in ${quantity(windowSeconds, "second")}`;
  throw validationError([{ pointer: "/rateLimit", detail, keyword: "maximum" }]);
}

/**
 * Otherwise a key could avoid its limit by using another key. @throws ApiError PERMISSION_DENIED
 */
export function requireWithinOwn({ apiKey }: Principal, wanted: RateLimit | null): void {
  const own = apiKey?.rateLimit ?? null;
  if (own === null || !isMore(wanted, own)) return;
  const detail = `The API key has a limit of its own, ${quantity(own.limit, "request")} in ${quantity(own.windowSeconds, "second")}, and cannot give another key more. Send a rateLimit within it, or use a key without one.`;
  throw permissionDenied(detail);
}

/** Whether a limit allows more requests per second than another. Null allows the most. */
function isMore(one: RateLimit | null, than: RateLimit | null): boolean {
  if (one === null || than === null) return one === null && than !== null;
  return one.limit * than.windowSeconds > than.limit * one.windowSeconds;
}
