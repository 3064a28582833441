import type { ApiKeyRecord, Store } from "@sinkove/api";
import { createMemoryStore } from "@sinkove/api/store/memory";
import { hashKey } from "./hash-key.ts";
import { recognitionOf } from "./known-identity.ts";

/** Options of {@link createWorldStore}. */
export interface WorldStoreOptions {
  /** Called for each key that the world issues. */
  readonly onApiKey: (apiKey: ApiKeyRecord) => void;
  /** Called for each webhook endpoint that the world creates. */
  readonly onWebhookEndpoint: () => void;
  /** The id of the first organization. Default: the API's choice. */
  readonly organizationId?: string | undefined;
  /** Returns the secret of the next key, or undefined for a random one. */
  readonly takeSecret: () => string | undefined;
}

/** Creates a store in memory that reports its keys and can use fixed ids and secrets. */
export function createWorldStore(options: WorldStoreOptions): Store {
  const { onApiKey, onWebhookEndpoint, takeSecret } = options;
  let unused = options.organizationId;
  return createMemoryStore({}, (writer) => ({
    ...writer,
    insertOrganization(organization, accountIds) {
      const id = unused ?? organization.id;
      unused = undefined;
      return writer.insertOrganization({ ...organization, id }, accountIds);
    },
    // Nobody would send them.
    insertMails: async () => {},
    insertWebhookEndpoint(endpoint) {
      onWebhookEndpoint();
      return writer.insertWebhookEndpoint(endpoint);
    },
    insertApiKey(apiKey) {
      const secret = takeSecret();
      const known = secret && { ...recognitionOf(secret), hash: hashKey(secret) };
      const issued = known ? { ...apiKey, ...known } : apiKey;
      onApiKey(issued);
      return writer.insertApiKey(issued);
    },
  }));
}
