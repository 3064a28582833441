import type { SandboxState, StateStorage } from "./state.ts";

const DATABASE = "sinkove-sandbox";
const STORE = "state";

/**
 * Keeps the state in IndexedDB. A Web Lock prevents concurrent changes by several workers.
 *
 * @param name identifies the site among the sites of its origin
 */
export function createIndexedStorage(name: string): StateStorage {
  let opening: Promise<IDBDatabase> | undefined;
  const database = (): Promise<IDBDatabase> => {
    opening ??= openDatabase(() => {
      opening = undefined;
    });
    return opening;
  };
  const run = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const transaction = (await database()).transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    await finished(transaction);
    return request.result;
  };
  const [state, revision] = [`${name} state`, `${name} revision`];
  return {
    exclusively: async (work) => await navigator.locks.request(`${DATABASE} ${name}`, work),
    revision: () => run("readonly", (store) => store.get(revision)),
    async load() {
      const kept: SandboxState | undefined = await run("readonly", (store) => store.get(state));
      return kept?.version === 1 ? kept : undefined;
    },
    async save(changed) {
      await run("readwrite", (store) => {
        store.put(changed, state);
        return store.put(changed.revision, revision);
      });
    },
    async clear() {
      await run("readwrite", (store) => {
        store.delete(state);
        return store.delete(revision);
      });
    },
  };
}

function openDatabase(onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onclose = onClose;
      request.result.onversionchange = () => {
        request.result.close();
        onClose();
      };
      resolve(request.result);
    };
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
