import type { ApiKeyStatus } from "@sinkove/contract";
import type { ApiKeyRecord, Moment } from "../store/records.ts";

/** Whether a key counts towards the keys that an account may have: a disabled one does. */
export function isLive({ revokedAt, expiresAt }: ApiKeyRecord, now: Moment): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now);
}

/** The status of a key at a moment. Final states take precedence. */
export function statusOf(apiKey: ApiKeyRecord, now: Moment): ApiKeyStatus {
  if (apiKey.revokedAt !== null) return "revoked";
  if (apiKey.expiresAt !== null && apiKey.expiresAt <= now) return "expired";
  return apiKey.enabled ? "active" : "disabled";
}
