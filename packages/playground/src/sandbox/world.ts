import { type Api, bootstrap, createApi, type ModelRecord, type Store } from "@sinkove/api";
import {
  createMemoryStore,
  type MemorySnapshot,
  type MemoryStore,
} from "@sinkove/api/store/memory";
import { parseApiKey } from "@sinkove/api-key";
import { addPeople } from "./people.ts";
import { sha256 } from "./sha256.ts";

/** The key and the organization of the contract's examples: they are there from the beginning. */
const KNOWN_KEY = "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";
const KNOWN_ORGANIZATION = "01939ad0-7b11-7c55-b1a2-3c4d5e6f7a8b";

const CREDITS = 10_000;

/** What a new world begins with. */
export interface NewWorld {
  readonly models: readonly ModelRecord[];
  readonly clock: () => number;
}

/** The tables of a world in which nothing has happened yet. */
export async function createTables({ models, clock }: NewWorld): Promise<MemorySnapshot> {
  const store = createMemoryStore();
  const { accountId } = await bootstrap(withKnownIdentity(store, await sha256(KNOWN_KEY)), {
    environment: "test",
    accountName: "Ada Lovelace",
    organizationName: "Radiology",
    credits: CREDITS,
    models,
    clock,
  });
  const organizationId = KNOWN_ORGANIZATION;
  await addPeople(store, { accountId, organizationId, now: clock() });
  return store.snapshot();
}

/** Gives the first key and the first organization what everybody knows them by. */
function withKnownIdentity(store: Store, hash: string): Store {
  const parsed = parseApiKey(KNOWN_KEY);
  if (!parsed) throw new TypeError("The known key is not an API key.");
  const { prefix, last4 } = parsed;
  return {
    ...store,
    write: (scope, work) =>
      store.write(scope, (writer) =>
        work({
          ...writer,
          insertOrganization: (organization, accountIds) =>
            writer.insertOrganization({ ...organization, id: KNOWN_ORGANIZATION }, accountIds),
          insertApiKey: (apiKey) => writer.insertApiKey({ ...apiKey, hash, prefix, last4 }),
        }),
      ),
  };
}

/** A world that is open: its API, and its tables to keep. */
export interface OpenWorld {
  readonly api: Api;
  readonly store: MemoryStore;
}

/** How a world is opened. */
export interface WorldOptions {
  readonly tables: MemorySnapshot;
  readonly secret: string;
  readonly clock: () => number;
  readonly publicUrl: string;
  readonly docsUrl: string;
}

export function openWorld({ tables, ...options }: WorldOptions): OpenWorld {
  const store = createMemoryStore(tables);
  const api = createApi({ ...options, store, environment: "test", requestLog: REQUEST_LOG });
  return { store, api };
}

/** Few: all that the store holds is kept anew after each request. */
const REQUEST_LOG = { days: 30, rows: 500 };
