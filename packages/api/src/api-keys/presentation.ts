import type { ApiKey, RateLimit } from "@sinkove/contract";
import { toTimestamp, toTimestampOrNull } from "../moment.ts";
import type { ApiKeyRecord, Moment } from "../store/records.ts";
import { statusOf } from "./status.ts";

/** A key as clients see it: without its secret and its hash. */
export function presentApiKey(apiKey: ApiKeyRecord, rateLimit: RateLimit, now: Moment): ApiKey {
  const { id, name, prefix, last4, environment, enabled, rotatedFromId, rotatedToId } = apiKey;
  return {
    id,
    name,
    prefix,
    last4,
    environment,
    scopes: [...apiKey.scopes],
    organizationIds: apiKey.organizationIds && [...apiKey.organizationIds],
    status: statusOf(apiKey, now),
    enabled,
    createdAt: toTimestamp(apiKey.createdAt),
    expiresAt: toTimestampOrNull(apiKey.expiresAt),
    lastUsedAt: toTimestampOrNull(apiKey.lastUsedAt),
    revokedAt: toTimestampOrNull(apiKey.revokedAt),
    rotatedFromId,
    rotatedToId,
    rateLimit: apiKey.rateLimit ?? rateLimit,
  };
}
