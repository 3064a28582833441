import type { RateLimit, RequestBody } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { permissionDenied } from "../access/authorization.ts";
import { type ApiError, validationError } from "../http/problem.ts";
import { quantity } from "../quantity.ts";
import type { ApiKeyRecord, KeyRateLimit } from "../store/records.ts";

/** The limit that a client requests. Null for no limit of the key's own. */
type WantedLimit = NonNullable<RequestBody<"updateApiKey">>["rateLimit"];

/** The part of a key that its bucket depends on. */
type LimitedKey = Pick<ApiKeyRecord, "id" | "rateLimit">;

/**
 * The limit of a key's successor, or of a key that it makes. They use the same bucket, because each new bucket would
 * allow the limit once more.
 */
export function sharedLimit(apiKey: LimitedKey): KeyRateLimit | null {
  return apiKey.rateLimit && { ...apiKey.rateLimit, bucketId: bucketIdOf(apiKey) };
}

/** The bucket of a key with a limit of its own. */
export function bucketIdOf({ id, rateLimit }: LimitedKey): string {
  return rateLimit?.bucketId ?? id;
}

/**
 * The limit of a new key. Default: that of the presented key.
 *
 * @throws ApiError VALIDATION_ERROR if it exceeds the account's limit, PERMISSION_DENIED if the presented key has
 * another limit of its own
 */
export function limitOfNewKey(giver: Principal, wanted: WantedLimit = null): KeyRateLimit | null {
  const { apiKey } = giver;
  if (!apiKey?.rateLimit) {
    requireWithinAccount(giver, wanted);
    return wanted;
  }
  if (wanted === null || isSame(wanted, apiKey.rateLimit)) return sharedLimit(apiKey);
  throw cannotGive(apiKey.rateLimit);
}

/** @throws ApiError as {@link limitOfNewKey}, except that a key with a limit of its own can lower limits */
export function changedLimit(
  giver: Principal,
  before: ApiKeyRecord,
  wanted: WantedLimit,
): KeyRateLimit | null {
  if (wanted === undefined || isSame(wanted, before.rateLimit)) return before.rateLimit;
  requireWithinAccount(giver, wanted);
  const own = giver.apiKey?.rateLimit ?? null;
  if (own === null) return wanted;
  if (wanted === null || !isWithin(wanted, before.rateLimit)) throw cannotGive(own);
  return { ...before.rateLimit, ...wanted };
}

/**
 * A key with a limit of its own must not get the secret of a key that has another bucket.
 *
 * @throws ApiError PERMISSION_DENIED
 */
export function requireSameBucket({ apiKey }: Principal, other: LimitedKey): void {
  if (!apiKey?.rateLimit) return;
  if (other.rateLimit && bucketIdOf(other) === bucketIdOf(apiKey)) return;
  throw cannotGive(apiKey.rateLimit);
}

function requireWithinAccount({ account }: Principal, wanted: RateLimit | null): void {
  if (wanted === null || !isMore(wanted, account.rateLimit)) return;
  const { limit, windowSeconds } = account.rateLimit;
  const detail = `must not allow more requests per second than the account, which has ${limit} in ${quantity(windowSeconds, "second")}`;
  throw validationError([{ pointer: "/rateLimit", detail, keyword: "maximum" }]);
}

function cannotGive({ limit, windowSeconds }: RateLimit): ApiError {
  const detail = `The API key has a limit of its own, ${quantity(limit, "request")} in ${quantity(windowSeconds, "second")}, which it shares with the keys that it makes. It cannot give a key another limit, raise a limit, or rotate a key that does not share it. Use a key without a limit of its own.`;
  return permissionDenied(detail);
}

function isSame(one: RateLimit | null, other: RateLimit | null): boolean {
  return one?.limit === other?.limit && one?.windowSeconds === other?.windowSeconds;
}

/** Whether a limit allows neither more requests per second than another, nor more at once. */
function isWithin(one: RateLimit, other: RateLimit | null): boolean {
  return other === null || (one.limit <= other.limit && !isMore(one, other));
}

/** Whether a limit allows more requests per second than another. */
function isMore(one: RateLimit, than: RateLimit): boolean {
  return one.limit * than.windowSeconds > than.limit * one.windowSeconds;
}
