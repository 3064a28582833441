import { ApiError } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";

/** A request that adds one to the number of an account's live keys. */
interface KeyRequest {
  readonly store: StoreWriter;
  readonly services: Pick<Services, "apiKeyLimit">;
  readonly now: Moment;
}

/** @throws ApiError API_KEY_LIMIT_REACHED if the account has reached its limit of keys */
export async function requireRoomForKey(
  { store, services: { apiKeyLimit }, now }: KeyRequest,
  accountId: string,
): Promise<void> {
  if (apiKeyLimit === Number.POSITIVE_INFINITY) return;
  if ((await store.countLiveApiKeys(accountId, now)) < apiKeyLimit) return;
  const detail = `The account has ${apiKeyLimit} API keys that are neither revoked nor expired, and cannot have more. Revoke one that nobody uses; a rotation with gracePeriodSeconds 0 is possible too.`;
  throw new ApiError("API_KEY_LIMIT_REACHED", detail);
}
