import type { ApiKey, RateLimit } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { actorOf } from "../audit/actor.ts";
import { toTimestamp, toTimestampOrNull } from "../moment.ts";
import type { ApiKeyRecord, Moment } from "../store/records.ts";
import { statusOf } from "./status.ts";

/** The reader of a key, and the moment. */
interface Viewer {
  readonly principal: Principal;
  readonly now: Moment;
}

/** A key as the holder of another key of the account sees it. */
export function presentFor({ principal, now }: Viewer, apiKey: ApiKeyRecord): ApiKey {
  return presentApiKey(apiKey, principal.account.rateLimit, now);
}

/** A key as clients see it: without its secret and its hash. */
export function presentApiKey(apiKey: ApiKeyRecord, rateLimit: RateLimit, now: Moment): ApiKey {
  const { limit, windowSeconds } = apiKey.rateLimit ?? rateLimit;
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
    createdBy: actorOf(apiKey.createdByApiKeyId, apiKey.createdByAccountId),
    rotatedFromId,
    rotatedToId,
    rateLimit: { limit, windowSeconds },
  };
}
