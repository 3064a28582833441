import { randomBytes } from "node:crypto";
import {
  type AccountRecord,
  type Api,
  type ApiKeyRecord,
  bootstrap,
  createApi,
  type FindSession,
  firstGrant,
  type HttpHandler,
  type Store,
} from "@sinkove/api";
import { createWebhookUrlFault } from "@sinkove/api/node";
import { chestXrayModels } from "@sinkove/generator";
import { createClock, type SandboxClock } from "../clock.ts";
import { createFaults, type FaultSource } from "../faults/faults.ts";
import type { KeptExchange } from "../journal/kept-exchange.ts";
import { createJournal, type WritableJournal } from "../journal/writable-journal.ts";
import { applySeed, rewindClock } from "../seed/apply-seed.ts";
import type { SeedOrganization, WorldSeed } from "../seed/world-seed.ts";
import { readSessionToken } from "../sessions/session-cookie.ts";
import { Sessions } from "../sessions/sessions.ts";
import type { WorldOptions } from "../world-options.ts";
import { hashKey } from "./hash-key.ts";
import type { Identity } from "./known-identity.ts";
import { addPeople } from "./people.ts";
import type { SandboxPerson } from "./sandbox-person.ts";
import { createWorldStore } from "./world-store.ts";
import { createWorldWebhooks } from "./world-webhooks.ts";

/** A separate account and its data. Other worlds cannot see them. */
export interface World {
  /** A key with full access to the account. */
  readonly apiKey: string;
  readonly apiKeyId: string;
  readonly accountId: string;
  readonly organizationIds: readonly [string, ...string[]];
  /** The first person is the account's owner. */
  readonly people: readonly SandboxPerson[];
  readonly sessions: Sessions;
  readonly clock: SandboxClock;
  readonly faults: FaultSource;
  readonly journal: WritableJournal;
  readonly answer: HttpHandler;
  /** Finds an account of the world. Resolves to undefined if it was deleted. */
  readonly findAccount: (id: string) => Promise<AccountRecord | undefined>;
  /** Ends what the world does by itself: it delivers webhooks. */
  readonly end: () => void;
}

/** Options of {@link createWorld}. */
export interface WorldParts {
  readonly options: WorldOptions;
  readonly seed?: WorldSeed | undefined;
  readonly baseClock: () => number;
  readonly identity?: Identity | undefined;
  readonly onApiKey: (apiKey: ApiKeyRecord) => void;
  readonly onJournal: (journal: WritableJournal, exchange: KeptExchange) => void;
}

/**
 * Creates a world.
 *
 * @throws {MockError} if the API rejects a part of its seed
 */
export async function createWorld(parts: WorldParts): Promise<World> {
  const { options, onApiKey, identity, seed } = parts;
  const clock = createClock(parts.baseClock);
  const start = seed && rewindClock(clock, seed);
  const secrets = identity ? [identity.apiKey] : [];
  const takeSecret = (): string | undefined => secrets.shift();
  const { organizationId } = identity ?? {};
  const secret = randomBytes(32).toString("hex");
  const store: Store = createWorldStore({
    onApiKey,
    onWebhookEndpoint: () => webhooks.start(),
    organizationId,
    takeSecret,
  });
  const webhooks = createWorldWebhooks({ store, clock: clock.now, secret });
  const account = await createAccount(store, clock, parts);
  if (seed && start !== undefined) {
    const giveSecret = (secret: string): void => void secrets.push(secret);
    await applySeed(seed, start, { store, clock, ...account, giveSecret });
  }
  const sessions = new Sessions(account.accountId, clock.now);
  const faults = createFaults(options.seed ?? seed?.seed ?? 0);
  for (const rule of seed?.faults ?? []) faults.add(rule);
  return {
    ...account,
    sessions,
    clock,
    faults,
    journal: createJournal(parts.onJournal),
    answer: lazyApi({ store, clock: clock.now, secret, sessions }),
    end: webhooks.end,
    findAccount: async (id) => {
      const found = await store.findAccountCredentials(id);
      return found?.account.deletedAt === null ? found.account : undefined;
    },
  };
}

/** As a server does by itself, in milliseconds. */
const NOTIFY_EVERY = 60_000;

interface ApiParts {
  readonly store: Store;
  readonly clock: () => number;
  readonly secret: string;
  readonly sessions: Sessions;
}

/** Creates the API on the first request, so that unused worlds cost almost nothing. */
function lazyApi({ store, clock, secret, sessions }: ApiParts): HttpHandler {
  let api: Api | undefined;
  const make = (): Api =>
    createApi({
      ...{ store, clock, secret, environment: "test", hash: hashKey },
      webhookUrlFault: createWebhookUrlFault({ allowsLoopback: true }),
      findSession: finderIn(sessions),
      people: {
        // No mail is sent. The response to the inviting person contains the token.
        sendInvitation: async () => {},
        accountDeleted: async (accountId) => sessions.endAll(accountId),
      },
    });
  let notifiedAt = Number.NEGATIVE_INFINITY;
  return (request) => {
    api ??= make();
    const { handle, notifyExpiring } = api;
    const now = clock();
    if (Math.abs(now - notifiedAt) < NOTIFY_EVERY) return handle(request);
    notifiedAt = now;
    return notifyExpiring().then(() => handle(request));
  };
}

function finderIn(sessions: Sessions): FindSession {
  return async ({ headers }) => {
    const token = readSessionToken(headers.get("cookie"));
    return token === undefined ? undefined : (sessions.find(token) ?? "ended");
  };
}

type Account = Pick<World, "apiKey" | "apiKeyId" | "accountId" | "organizationIds" | "people">;

async function createAccount(
  store: Store,
  clock: SandboxClock,
  { options, identity, seed }: WorldParts,
): Promise<Account> {
  const { rateLimit } = options;
  const [first, ...others] = organizationsOf(options, seed);
  const { accountId, apiKeyId, organizationId, secret } = await bootstrap(store, {
    environment: "test",
    accountName: "Ada Lovelace",
    organizationName: first.name,
    credits: first.credits,
    models: chestXrayModels,
    clock: clock.now,
    hash: hashKey,
    ...(rateLimit && rateLimit !== "service" ? { rateLimit } : {}),
  });
  const organizationIds: [string, ...string[]] = [identity?.organizationId ?? organizationId];
  const now = clock.now();
  const people = await addPeople(store, { accountId, organizationId: organizationIds[0], now });
  await store.write({ accountId }, async (writer) => {
    for (const { name, credits } of others) {
      const id = crypto.randomUUID();
      const grant = firstGrant(credits, crypto.randomUUID());
      await writer.insertOrganization({ id, name, createdAt: now, leakPolicy: "revoke", grant }, [
        accountId,
      ]);
      organizationIds.push(id);
    }
  });
  return { accountId, apiKeyId, apiKey: identity?.apiKey ?? secret, organizationIds, people };
}

type Organizations = [Required<SeedOrganization>, ...Required<SeedOrganization>[]];

function organizationsOf(options: WorldOptions, seed: WorldSeed | undefined): Organizations {
  const { organizations = 1, credits = 10_000 } = options;
  const [first = { name: "Radiology" }, ...others] = seed?.organizations ?? [];
  const wanted = seed?.organizations
    ? others
    : Array.from({ length: organizations - 1 }, (_, index) => ({ name: `Radiology ${index + 2}` }));
  return [{ credits, ...first }, ...wanted.map((each) => ({ credits, ...each }))];
}
