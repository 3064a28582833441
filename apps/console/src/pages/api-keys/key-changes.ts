import type { ApiKey, RateLimit, UpdateApiKeyRequest } from "@sinkove/contract";
import { type Expiry, expiresAtOf } from "./expiry.ts";

/** What the form for changing a key holds. */
export interface KeyValues {
  name: string;
  scopes: ApiKey["scopes"];
  organizationIds: ApiKey["organizationIds"];
  expiry: Expiry;
  /** Null: no limit but the account's. */
  rateLimit: RateLimit | null;
}

/** What the form begins with. A key whose limit is its account's has none of its own, as far as can be told. */
export function valuesOf(apiKey: ApiKey, accountLimit: RateLimit): KeyValues {
  const { name, scopes, organizationIds, rateLimit } = apiKey;
  return {
    ...{ name, scopes, organizationIds },
    expiry: { choice: "keep", date: "" },
    rateLimit: isSame(rateLimit, accountLimit) ? null : rateLimit,
  };
}

/** The members that a form changed; undefined if it changed nothing. */
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

/** The members of these are in one order, and so are the items: the form keeps it. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
