import { type Api, bootstrap, createApi, type ModelRecord, type Store } from "@sinkove/api";
import type { Capability, Target, World, WorldOptions } from "../../src/scenarios/target.ts";
import { createSignIn } from "./people.ts";

const START = Date.UTC(2026, 10, 24, 10);

const MODEL: ModelRecord = {
  id: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
  slug: "chest-xray-v2",
  name: "Chest X-ray v2",
  description: "Chest films from a prompt.",
  organizationId: null,
  modality: "chest-xray",
  imageSize: { width: 512, height: 512 },
  maxSamples: 50,
  argsSchema: {
    type: "object",
    additionalProperties: false,
    required: ["prompt"],
    properties: { prompt: { type: "string", minLength: 1 } },
  },
  modelCard: "# Chest X-ray v2",
  createdAt: START - 1000,
};

/** The capabilities of the API in this process. */
export const LOCAL: readonly Capability[] = ["clock", "accounts", "people"];

/** How to send requests to an API in this process. */
export interface Door {
  readonly fetch: World["fetch"];
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

/** Options of a target in this process. */
export interface LocalOptions {
  readonly store: Store;
  readonly isFast: boolean;
  /** Default: the handler itself. */
  readonly openDoor?: (api: Api) => Promise<Door>;
  readonly capabilities?: readonly Capability[];
}

const direct = async (api: Api): Promise<Door> => ({
  fetch: api.fetch,
  baseUrl: "http://localhost",
  close: async () => {},
});

/** The API over a store, with a clock that scenarios can move. Every world is a separate account. */
export async function createLocalTarget(options: LocalOptions): Promise<Target> {
  const { store, isFast, openDoor = direct, capabilities = LOCAL } = options;
  let time = START;
  const clock = () => time;
  const secret = "a secret for tests, and for nothing else";
  const { findSession, peopleOf } = createSignIn(store, clock);
  const api = createApi({ store, secret, environment: "test", clock, findSession });
  const door = await openDoor(api);
  return {
    capabilities: new Set(capabilities),
    isFast,
    newWorld: async (wanted = {}) => {
      const { accountId, ...account } = await createAccount(store, wanted, clock);
      return {
        ...account,
        people: peopleOf(accountId),
        fetch: door.fetch,
        baseUrl: door.baseUrl,
        now: clock,
        advanceClock: (milliseconds) => {
          time += milliseconds;
        },
      };
    },
    close: async () => {
      await door.close();
      await api.close();
    },
  };
}

type Account = Pick<World, "apiKeyId" | "key" | "organizationIds" | "modelId"> & {
  readonly accountId: string;
};

/** Creates an account as a scenario needs it, in the target's store. */
export async function createAccount(
  store: Store,
  wanted: WorldOptions,
  clock: () => number,
): Promise<Account> {
  const { organizations = 1, credits = 1_000_000, requestsPerMinute = 1_000_000 } = wanted;
  const made = await bootstrap(store, {
    environment: "test",
    accountName: "Example Hospital",
    organizationName: "Radiology",
    credits,
    models: [MODEL],
    rateLimit: { limit: requestsPerMinute, windowSeconds: 60 },
    clock,
  });
  const { accountId, apiKeyId, secret: key } = made;
  const organizationIds: [string, ...string[]] = [made.organizationId];
  await store.write({ accountId }, async (writer) => {
    for (let count = 1; count < organizations; count++) {
      const id = crypto.randomUUID();
      const grant = { id: crypto.randomUUID(), amount: 1_000_000, reason: "For a test." };
      const other = { id, name: `Department ${count}`, createdAt: clock(), grant };
      await writer.insertOrganization({ ...other, leakPolicy: "revoke" }, [accountId]);
      organizationIds.push(id);
    }
  });
  return { accountId, apiKeyId, key, organizationIds, modelId: MODEL.id };
}
