import type { Credentials, Store, StoreReader } from "@sinkove/api";

/** A store with another way to look up keys, which also applies inside its transactions. */
export function withCredentials(
  store: Store,
  find: (hash: string, inner: StoreReader) => Promise<Credentials | undefined>,
): Store {
  return {
    ...store,
    findCredentials: (hash) => find(hash, store),
    write: (scope, work) =>
      store.write(scope, (writer) =>
        work({ ...writer, findCredentials: (hash) => find(hash, writer) }),
      ),
  };
}
