import type { Credentials, Store, StoreReader } from "@sinkove/api";

/** A store that looks keys up in another way, also within its transactions. */
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

/** A store whose accounts all have this limit. */
export function withRateLimit(store: Store, limit: number): Store {
  const rateLimit = { limit, windowSeconds: 60 };
  return withCredentials(store, async (hash, inner) => {
    const found = await inner.findCredentials(hash);
    return found && { ...found, account: { ...found.account, rateLimit } };
  });
}
