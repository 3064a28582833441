import type { Principal } from "../access/authentication.ts";
import { permissionDenied } from "../access/authorization.ts";
import { ApiError } from "../http/problem.ts";
import type { ApiKeyRecord } from "../store/records.ts";
import type { ApiKeyFilter, StoreReader } from "../store/store.ts";
import { isWithin } from "./grants.ts";

/** The keys that a key reaches: all of its account, or those within its own organizations. A person reaches all. */
export function reachOf({ account, apiKey }: Principal): ApiKeyFilter {
  return { accountId: account.id, within: apiKey?.organizationIds ?? null };
}

/** Whether a key reaches another one of its account. */
export function reaches({ apiKey }: Principal, { organizationIds }: ApiKeyRecord): boolean {
  return isWithin(apiKey?.organizationIds ?? null, organizationIds);
}

/** Where to look up a key. */
interface KeyLookup {
  readonly store: StoreReader;
  readonly principal: Principal;
  readonly parameters: { readonly apiKeyId: string };
}

/** @throws ApiError API_KEY_NOT_FOUND for a key that does not exist or is out of reach */
export async function findReached({
  store,
  principal,
  parameters: { apiKeyId },
}: KeyLookup): Promise<ApiKeyRecord> {
  const apiKey = await store.findApiKey(principal.account.id, apiKeyId);
  if (apiKey && reaches(principal, apiKey)) return apiKey;
  const who = principal.apiKey ? "The presented key reaches" : "You have";
  const detail = `${who} no API key with the id ${apiKeyId}. List the keys with GET /api-keys.`;
  throw new ApiError("API_KEY_NOT_FOUND", detail);
}

/**
 * A rotated key expires soon. Its programs should use its successor, and anybody else who has the key must not be able
 * to create, widen or revoke keys with it.
 *
 * @throws ApiError PERMISSION_DENIED in the grace period
 */
export function requireKeyChanger({ apiKey }: Principal): void {
  const rotatedToId = apiKey?.rotatedToId ?? null;
  if (rotatedToId === null) return;
  const detail = `The presented API key was rotated. In its grace period it cannot create, change, rotate or revoke keys. Use its successor, ${rotatedToId}.`;
  throw permissionDenied(detail);
}

/** @throws ApiError API_KEY_ALREADY_REVOKED */
export function refuseRevoked({ revokedAt }: ApiKeyRecord): void {
  if (revokedAt === null) return;
  const detail = "The API key was revoked, which is final. Create another key.";
  throw new ApiError("API_KEY_ALREADY_REVOKED", detail);
}
