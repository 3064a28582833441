import type { Store, StoreWriter } from "@sinkove/api";
import { createMemoryStore } from "@sinkove/api/store/memory";
import { hashKey } from "./hash-key.ts";
import { type Identity, recognitionOf } from "./known-identity.ts";

/** Options of {@link createWorldStore}. */
export interface WorldStoreOptions {
  /** Told the hash of each key that the world issues. */
  readonly onApiKey: (hash: string) => void;
  /** Given to the first key and the first organization. */
  readonly identity?: Identity | undefined;
}

/** A store in memory whose keys can be found from outside the world. */
export function createWorldStore({ onApiKey, identity }: WorldStoreOptions): Store {
  const store = createMemoryStore();
  let unused = identity;
  const adopt = (writer: StoreWriter): StoreWriter => ({
    ...writer,
    async insertOrganization(organization, accountIds) {
      const id = unused?.organizationId ?? organization.id;
      await writer.insertOrganization({ ...organization, id }, accountIds);
    },
    async insertApiKey(apiKey) {
      const known = unused && { ...recognitionOf(unused.apiKey), hash: hashKey(unused.apiKey) };
      unused = undefined;
      await writer.insertApiKey({ ...apiKey, ...known });
      onApiKey(known?.hash ?? apiKey.hash);
    },
  });
  return {
    ...store,
    write: (scope, work) => store.write(scope, (writer) => work(adopt(writer))),
  };
}
