import { randomBytes } from "node:crypto";
import {
  type Api,
  type ApiKeyRecord,
  bootstrap,
  createApi,
  type HttpHandler,
  type Store,
} from "@sinkove/api";
import { chestXrayModels } from "@sinkove/generator";
import { createClock, type SandboxClock } from "../clock.ts";
import { createFaults, type FaultSource } from "../faults/faults.ts";
import type { KeptExchange } from "../journal/kept-exchange.ts";
import { createJournal, type WritableJournal } from "../journal/writable-journal.ts";
import type { WorldOptions } from "../world-options.ts";
import { hashKey } from "./hash-key.ts";
import type { Identity } from "./known-identity.ts";
import { addPeople } from "./people.ts";
import { createWorldStore } from "./world-store.ts";

/** An account of its own, with everything that belongs to it: nothing of it can be seen from another. */
export interface World {
  /** Full access to the account. */
  readonly apiKey: string;
  readonly apiKeyId: string;
  readonly accountId: string;
  /** At least one. */
  readonly organizationIds: readonly [string, ...string[]];
  readonly clock: SandboxClock;
  readonly faults: FaultSource;
  readonly journal: WritableJournal;
  readonly answer: HttpHandler;
}

/** What a world is made of. */
export interface WorldParts {
  readonly options: WorldOptions;
  readonly baseClock: () => number;
  readonly identity?: Identity | undefined;
  readonly onApiKey: (apiKey: ApiKeyRecord) => void;
  readonly onJournal: (journal: WritableJournal, exchange: KeptExchange) => void;
}

/** Makes a world. */
export async function createWorld(parts: WorldParts): Promise<World> {
  const { options, onApiKey, identity } = parts;
  const clock = createClock(parts.baseClock);
  const store = createWorldStore({ onApiKey, identity });
  return {
    ...(await createAccount(store, clock, parts)),
    clock,
    faults: createFaults(options.seed ?? 0),
    journal: createJournal(parts.onJournal),
    answer: lazyApi({ store, clock: clock.now }),
  };
}

/** The API is made with the first request: a world that is not used costs next to nothing. */
function lazyApi(parts: { readonly store: Store; readonly clock: () => number }): HttpHandler {
  let api: Api | undefined;
  return (request) => {
    const secret = (): string => randomBytes(32).toString("hex");
    api ??= createApi({ ...parts, environment: "test", secret: secret(), hash: hashKey });
    return api.handle(request);
  };
}

type Account = Pick<World, "apiKey" | "apiKeyId" | "accountId" | "organizationIds">;

async function createAccount(
  store: Store,
  clock: SandboxClock,
  { options, identity }: WorldParts,
): Promise<Account> {
  const { organizations = 1, credits = 10_000, rateLimit } = options;
  const { accountId, apiKeyId, organizationId, secret } = await bootstrap(store, {
    environment: "test",
    accountName: "Ada Lovelace",
    organizationName: "Radiology",
    credits,
    models: chestXrayModels,
    clock: clock.now,
    hash: hashKey,
    ...(rateLimit ? { rateLimit } : {}),
  });
  const organizationIds: [string, ...string[]] = [identity?.organizationId ?? organizationId];
  const now = clock.now();
  await addPeople(store, { accountId, organizationId: organizationIds[0], now });
  await store.write({ accountId }, async (writer) => {
    for (let count = 2; count <= organizations; count += 1) {
      const id = crypto.randomUUID();
      const name = `Radiology ${count}`;
      await writer.insertOrganization({ id, name, credits, createdAt: now }, [accountId]);
      organizationIds.push(id);
    }
  });
  return { accountId, apiKeyId, apiKey: identity?.apiKey ?? secret, organizationIds };
}
