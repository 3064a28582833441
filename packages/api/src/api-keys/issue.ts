import { type ApiKeyEnvironment, generateApiKey, parseApiKey } from "@sinkove/api-key";
import type { Random } from "../random.ts";
import { uuidV7 } from "../random.ts";
import type { ApiKeyRecord, KeyRateLimit, Moment } from "../store/records.ts";
import type { Grant } from "./grants.ts";

/** The properties of a new key. */
export interface KeyOrder extends Grant {
  readonly accountId: string;
  readonly name: string;
  /** Null if no key made it. */
  readonly createdByApiKeyId: string | null;
  /** Null if no person made it. */
  readonly createdByAccountId: string | null;
  readonly rotatedFromId: string | null;
  /** The key's own limit, if it has one. */
  readonly rateLimit: KeyRateLimit | null;
}

/** The dependencies of {@link issue}. */
export interface Issuing {
  readonly now: Moment;
  readonly random: Random;
  readonly environment: ApiKeyEnvironment;
  readonly hash: (secret: string) => string | Promise<string>;
}

/** A new key, and its secret, which is not in the record. */
export interface Issue {
  readonly apiKey: ApiKeyRecord;
  readonly secret: string;
}

/** Makes a key. It is not stored yet. */
export async function issue(order: KeyOrder, issuing: Issuing): Promise<Issue> {
  const { now, random, environment, hash } = issuing;
  const secret = generateApiKey(environment, { random });
  const parsed = parseApiKey(secret);
  if (!parsed) throw new TypeError("A new key is not in the form of one.");
  const { accountId, name, scopes, organizationIds, expiresAt, rateLimit } = order;
  const { createdByApiKeyId, createdByAccountId, rotatedFromId } = order;
  const { prefix, last4 } = parsed;
  const apiKey: ApiKeyRecord = {
    id: uuidV7(now, random),
    accountId,
    name,
    prefix,
    last4,
    environment,
    hash: await hash(secret),
    scopes,
    organizationIds,
    expiresAt,
    createdByApiKeyId,
    createdByAccountId,
    rotatedFromId,
    rateLimit,
    enabled: true,
    createdAt: now,
    lastUsedAt: null,
    revokedAt: null,
    rotatedAt: null,
    rotatedToId: null,
  };
  return { apiKey, secret };
}
