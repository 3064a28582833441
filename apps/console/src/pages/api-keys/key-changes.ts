import type { ApiKey, RateLimit, UpdateApiKeyRequest } from "@sinkove/contract";
import { type Expiry, expiresAtOf } from "./expiry.ts";

/** The values of the form to change a key. */
export interface KeyValues {
  name: string;
  scopes: ApiKey["scopes"];
  organizationIds: ApiKey["organizationIds"];
  expiry: Expiry;
  /** Null if the key has only the limit of its account. */
  rateLimit: RateLimit | null;
}

/**
 * Returns the initial values of the form. If a key's limit equals the limit of its account, it counts as not having its
 * own.
 */
export function valuesOf(apiKey: ApiKey, accountLimit: RateLimit): KeyValues {
  const { name, scopes, organizationIds, rateLimit } = apiKey;
  return {
    ...{ name, scopes, organizationIds },
    expiry: { choice: "keep", date: "" },
    rateLimit: isSame(rateLimit, accountLimit) ? null : rateLimit,
  };
}

/** Returns the fields that a form changed; undefined if it changed nothing. */
export function changesOf(
  before: KeyValues,
  after: KeyValues,
  now: number,
): UpdateApiKeyRequest | undefined {
  const { expiry } = after;
  const { choice } = expiry;
  const name = after.name.trim();
  const changes: UpdateApiKeyRequest = {
    ...(name !== before.name && { name }),
    ...(!isSame(before.scopes, after.scopes) && { scopes: after.scopes }),
    ...(!isSame(before.organizationIds, after.organizationIds) && {
      organizationIds: after.organizationIds,
    }),
    ...(choice !== "keep" && { expiresAt: expiresAtOf({ ...expiry, choice }, now) }),
    ...(!isSame(before.rateLimit, after.rateLimit) && { rateLimit: after.rateLimit }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** Compares JSON texts. The form keeps the order of fields and items, so equal values have equal texts. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
