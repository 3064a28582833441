import { randomUUIDv7 } from "node:crypto";
import type { Store } from "@sinkove/api";
import { type Environment, fullAccessKey } from "./full-access-key.ts";
import { MODELS } from "./models.ts";

/**
 * The account of an installation. Its id is known beforehand, so that the commands find the account again, and
 * so that of two servers that start on a new database at once only one can make it.
 */
export const ACCOUNT_ID = "00000000-0000-7000-8000-000000000001";

/** Options of {@link install}. */
export interface InstallOptions {
  readonly environment: Environment;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Whether the account was made already. */
export async function isInstalled(store: Store): Promise<boolean> {
  return (await store.listApiKeys(ACCOUNT_ID, { limit: 1 })).length > 0;
}

/**
 * Makes, in one transaction, what a new installation needs: an account, an organization with credits, the models
 * and a key with full access.
 *
 * @returns the key, to be shown once; undefined where the installation was made already
 */
export async function install(store: Store, options: InstallOptions): Promise<string | undefined> {
  if (await isInstalled(store)) return undefined;
  const now = options.clock();
  const { apiKey, secret } = fullAccessKey(options.environment, {
    id: randomUUIDv7(),
    accountId: ACCOUNT_ID,
    name: "First key",
    createdAt: now,
  });
  try {
    await store.write({ accountId: ACCOUNT_ID }, async (writer) => {
      const rateLimit = { limit: 100, windowSeconds: 60 };
      await writer.insertAccount({ id: ACCOUNT_ID, name: "First account", rateLimit });
      const organization = { id: randomUUIDv7(), name: "First organization", credits: 100_000 };
      await writer.insertOrganization({ ...organization, createdAt: now }, [ACCOUNT_ID]);
      for (const model of MODELS) await writer.insertModel(model);
      await writer.insertApiKey(apiKey);
      const event = { id: randomUUIDv7(), apiKeyId: apiKey.id, createdAt: now, changes: {} };
      await writer.insertApiKeyEvent({
        ...event,
        type: "created",
        actorApiKeyId: null,
        requestId: null,
      });
    });
  } catch (error) {
    if (await isInstalled(store)) return undefined;
    throw error;
  }
  return secret;
}
