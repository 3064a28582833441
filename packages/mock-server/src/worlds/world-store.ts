import type { ApiKeyRecord, Store } from "@sinkove/api";
import { createMemoryStore } from "@sinkove/api/store/memory";
import { hashKey } from "./hash-key.ts";
import { type Identity, recognitionOf } from "./known-identity.ts";

/** Options of {@link createWorldStore}. */
export interface WorldStoreOptions {
  /** Told of each key that the world issues. */
  readonly onApiKey: (apiKey: ApiKeyRecord) => void;
  /** Given to the first key and the first organization. */
  readonly identity?: Identity | undefined;
}

/** A store in memory whose keys can be found from outside the world. */
export function createWorldStore({ onApiKey, identity }: WorldStoreOptions): Store {
  let unused = identity;
  return createMemoryStore({}, (writer) => ({
    ...writer,
    insertOrganization(organization, accountIds) {
      const id = unused?.organizationId ?? organization.id;
      return writer.insertOrganization({ ...organization, id }, accountIds);
    },
    insertApiKey(apiKey) {
      const known = unused && { ...recognitionOf(unused.apiKey), hash: hashKey(unused.apiKey) };
      unused = undefined;
      const issued = known ? { ...apiKey, ...known } : apiKey;
      onApiKey(issued);
      return writer.insertApiKey(issued);
    },
  }));
}
