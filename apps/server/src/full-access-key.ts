import { hash } from "node:crypto";
import { ALL_SCOPES, type ApiKeyRecord, type ApiOptions } from "@sinkove/api";
import { generateApiKey, parseApiKey } from "@sinkove/api-key";

/** The environment of keys: `live` or `test`. */
export type Environment = ApiOptions["environment"];

type Identity = Pick<ApiKeyRecord, "id" | "accountId" | "name" | "createdAt">;

/** Creates a key with all rights in its account, without expiry. It is not stored yet. */
export function fullAccessKey(
  environment: Environment,
  identity: Identity,
): { readonly apiKey: ApiKeyRecord; readonly secret: string } {
  const secret = generateApiKey(environment);
  const parsed = parseApiKey(secret);
  if (!parsed) throw new TypeError("A new key is not in the form of one.");
  const apiKey: ApiKeyRecord = {
    ...identity,
    ...parsed,
    hash: hash("sha256", secret),
    scopes: ALL_SCOPES,
    organizationIds: null,
    enabled: true,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    rotatedAt: null,
    createdByApiKeyId: null,
    createdByAccountId: null,
    rotatedFromId: null,
    rotatedToId: null,
    rateLimit: null,
  };
  return { apiKey, secret };
}
