import type { ApiKeyRecord, Store } from "@sinkove/api";
import { createMemoryStore } from "@sinkove/api/store/memory";
import { hashKey } from "./hash-key.ts";
import { recognitionOf } from "./known-identity.ts";

/** Options of {@link createWorldStore}. */
export interface WorldStoreOptions {
  /** Told of each key that the world issues. */
  readonly onApiKey: (apiKey: ApiKeyRecord) => void;
  /** Told of each webhook endpoint. */
  readonly onWebhookEndpoint: () => void;
  /** Given to the first organization. */
  readonly organizationId?: string | undefined;
  /** The secret that the next key gets, instead of what chance gives it. */
  readonly takeSecret: () => string | undefined;
}

/** A store in memory whose keys can be found from outside the world. */
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
