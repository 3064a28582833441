import { ApiError } from "../problem.ts";
import type { Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";

/** Keys of an account that are neither revoked nor expired. */
export const MOST_KEYS = 500;

/** @throws ApiError API_KEY_LIMIT_REACHED if the account cannot have one more key */
export async function requireRoomForKey(
  store: StoreWriter,
  accountId: string,
  now: Moment,
): Promise<void> {
  if ((await store.countLiveApiKeys(accountId, now)) < MOST_KEYS) return;
  const detail = `The account has ${MOST_KEYS} API keys that are neither revoked nor expired, and cannot have more. Revoke one that nobody uses; a rotation with gracePeriodSeconds 0 is possible too.`;
  throw new ApiError("API_KEY_LIMIT_REACHED", detail);
}
