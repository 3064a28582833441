import type { Environment, RateLimit } from "@sinkove/contract";
import { ALL_SCOPES } from "./access/scopes.ts";
import { issue } from "./api-keys/issue.ts";
import { sha256OfText } from "./encoding.ts";
import { type Random, uuidV7 } from "./random.ts";
import type { FirstGrant } from "./store/credits.ts";
import type { ModelRecord, Moment } from "./store/records.ts";
import type { Store } from "./store/store.ts";

/** Options of {@link bootstrap}. */
export interface BootstrapOptions {
  /** Default: a new one. */
  readonly accountId?: string;
  readonly environment: Environment;
  readonly accountName: string;
  readonly organizationName: string;
  /** Credits of the organization: samples that it may generate. */
  readonly credits: number;
  /** Models to add. */
  readonly models?: readonly ModelRecord[];
  /** Default: 100 requests in 60 seconds. */
  readonly rateLimit?: RateLimit;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => Moment;
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random;
  /** SHA-256 of a key in lower-case hexadecimal. Default: Node's `crypto.hash`, elsewhere Web Crypto. */
  readonly hash?: (secret: string) => string | Promise<string>;
}

/** The result of {@link bootstrap}. */
export interface Bootstrapped {
  readonly accountId: string;
  readonly organizationId: string;
  readonly apiKeyId: string;
  /** The key, to be shown once. */
  readonly secret: string;
}

/** The grant of an organization that begins with this many credits; null for 0. */
export function firstGrant(credits: number, id: string): FirstGrant | null {
  return credits === 0
    ? null
    : { id, amount: credits, reason: "The first credits of the organization." };
}

/**
 * Creates what a new installation needs: an account with an organization and a key with full
 * access.
 */
export async function bootstrap(store: Store, options: BootstrapOptions): Promise<Bootstrapped> {
  const { clock = Date.now, hash = sha256OfText, environment, credits, models = [] } = options;
  const random: Random = options.random ?? ((bytes) => crypto.getRandomValues(bytes));
  const { rateLimit = { limit: 100, windowSeconds: 60 } } = options;
  const now = clock();
  const { accountId = uuidV7(now, random) } = options;
  const organizationId = uuidV7(now, random);
  const grant = { scopes: ALL_SCOPES, organizationIds: null, expiresAt: null };
  const nobody = { createdByApiKeyId: null, createdByAccountId: null, rotatedFromId: null };
  const order = { ...grant, ...nobody, accountId, name: "First key", rateLimit: null };
  const { apiKey, secret } = await issue(order, { now, random, environment, hash });
  await store.write({ accountId }, async (writer) => {
    const unknown = { email: null, emailVerified: false, deletedAt: null, suspendedAt: null };
    const account = { id: accountId, name: options.accountName, rateLimit, createdAt: now };
    await writer.insertAccount({ ...account, ...unknown });
    const organization = {
      id: organizationId,
      name: options.organizationName,
      createdAt: now,
      leakPolicy: "revoke" as const,
      grant: firstGrant(credits, uuidV7(now, random)),
    };
    await writer.insertOrganization(organization, [accountId]);
    for (const model of models) await writer.insertModel(model);
    await writer.insertApiKey(apiKey);
    const id = uuidV7(now, random);
    const unasked = { actorApiKeyId: null, actorAccountId: null, requestId: null };
    const event = {
      id,
      apiKeyId: apiKey.id,
      createdAt: now,
      changes: {},
      leak: null,
      expiry: null,
      ...unasked,
    };
    await writer.insertApiKeyEvent({ ...event, type: "created" });
  });
  return { accountId, organizationId, apiKeyId: apiKey.id, secret };
}
