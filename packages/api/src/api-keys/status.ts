import type { ApiKeyStatus } from "@sinkove/contract";
import type { ApiKeyRecord, Moment } from "../store/records.ts";

/** What a key is worth at a moment. What is final comes first. */
export function statusOf(apiKey: ApiKeyRecord, now: Moment): ApiKeyStatus {
  if (apiKey.revokedAt !== null) return "revoked";
  if (apiKey.expiresAt !== null && apiKey.expiresAt <= now) return "expired";
  return apiKey.enabled ? "active" : "disabled";
}
