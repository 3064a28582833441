import type { SandboxClock } from "./clock.ts";
import type { Faults } from "./faults/faults.ts";
import type { Journal } from "./journal/journal.ts";
import { createMock, type Mock } from "./mock.ts";
import type { MockOptions } from "./mock-options.ts";
import { requireNode } from "./require-node.ts";
import { readSeed } from "./seed/read-seed.ts";
import { type Listening, listen } from "./server/listen.ts";
import { signIn } from "./sessions/sign-in.ts";
import type { WorldOptions } from "./world-options.ts";
import type { SandboxPerson } from "./worlds/sandbox-person.ts";
import type { World } from "./worlds/world.ts";

/** Options of {@link createSandbox}. */
export interface SandboxOptions extends Omit<MockOptions, "first" | "firstSeed">, WorldOptions {
  /** A JSON file with the initial contents of the first world: organizations, keys, datasets, faults and the time. */
  readonly seedFile?: string | URL | undefined;
  /** The port of `localhost` (127.0.0.1 and ::1) to listen on, 0 for any free one. Default: only `fetch`, no socket. */
  readonly port?: number;
}

/** A separate account in the sandbox. Other worlds cannot see its data. */
export interface SandboxWorld {
  /** The base URL for clients: an origin, without `/v1`. */
  readonly baseUrl: string;
  /** A sandbox key with full access to the account. */
  readonly apiKey: string;
  readonly apiKeyId: string;
  readonly accountId: string;
  /** The first of {@link organizationIds}. */
  readonly organizationId: string;
  readonly organizationIds: readonly [string, ...string[]];
  /** The account's owner; Grace, a member of the first organization; and Alan, who is in no organization. */
  readonly people: readonly SandboxPerson[];
  /**
   * Signs a person in like a browser, for operations that accept sessions but not keys. Requests that change something
   * also need the server's own origin in the `Origin` header.
   *
   * @param accountId default: the account's owner
   * @returns the value of a `Cookie` header, valid for 30 days on the world's clock
   * @throws {MockError} if the world has no such person
   * @example
   * const headers = { Cookie: world.session(), Origin: world.baseUrl, "Content-Type": "application/json" };
   */
  readonly session: (accountId?: string) => string;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly journal: Journal;
  /**
   * Handles requests like the server, without a socket. Pass it to a client instead of the global `fetch`. Relative
   * URLs such as `/v1/me` are resolved against {@link baseUrl}.
   */
  readonly fetch: typeof fetch;
}

/** The API in memory. It is itself a world, and creates others. */
export interface Sandbox extends SandboxWorld, AsyncDisposable {
  /** Creates another world. This is cheap enough to do once per test. */
  newWorld(options?: WorldOptions): Promise<SandboxWorld>;
}

/** A name that never resolves (RFC 6761, section 6.4), so clients without the sandbox's `fetch` fail at once. */
const NOWHERE = "http://sandbox.invalid";

/**
 * Runs the Sinkove API in this process. You control its clock and inject faults.
 *
 * @throws {MockError} if an option is invalid, the port is in use, or Node is older than version 22
 * @example
 * await using sandbox = await createSandbox();
 * const sinkove = new Sinkove({ ...sandbox });
 * const { id } = await sinkove.datasets.create({ modelId, numSamples: 1, args: { prompt: "cardiomegaly" } });
 * sandbox.clock.advance("PT1H");
 * console.log((await sinkove.datasets.get(id)).metadata?.state); // READY
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  requireNode();
  const { port, organizations, credits, rateLimit, seed, seedFile, ...rest } = options;
  if (rest.contract) await requireJudgeable(rest.contract, "The contract");
  const firstSeed = seedFile === undefined ? undefined : await readSeed(seedFile);
  const limit = rateLimit ?? firstSeed?.rateLimit;
  const own = { organizations, credits, rateLimit: limit, seed };
  const mock = await createMock({ ...rest, firstSeed, first: own });
  const server = port === undefined ? undefined : await serve(mock, port);
  const baseUrl = server?.origin ?? NOWHERE;
  // A reset replaces the first world.
  const first = openWorld(() => mock.worlds.first, { mock, baseUrl });
  return Object.assign(first, {
    async newWorld(other?: WorldOptions) {
      const world = await mock.worlds.create(other);
      return openWorld(() => world, { mock, baseUrl });
    },
    async [Symbol.asyncDispose]() {
      mock.worlds.end();
      await server?.close();
    },
  });
}

/** Loads the checks of contracts only if a contract is given, to keep the start fast. */
async function requireJudgeable(document: object, name: string): Promise<void> {
  const check = await import("./contract/require-judgeable.ts");
  check.requireJudgeable(document, name);
}

function serve(mock: Mock, port: number): Promise<Listening> {
  return listen(mock.handle, { port, host: "localhost" });
}

interface Place {
  readonly mock: Mock;
  readonly baseUrl: string;
}

/** @param find returns the world, at each access */
function openWorld(find: () => World, { mock, baseUrl }: Place): SandboxWorld {
  return {
    baseUrl,
    get apiKey() {
      return find().apiKey;
    },
    get apiKeyId() {
      return find().apiKeyId;
    },
    get accountId() {
      return find().accountId;
    },
    get organizationId() {
      return find().organizationIds[0];
    },
    get organizationIds() {
      return find().organizationIds;
    },
    get people() {
      return find().people;
    },
    get clock() {
      return find().clock;
    },
    get faults() {
      return find().faults;
    },
    get journal() {
      return find().journal;
    },
    session: (personId) => signIn(find(), personId),
    fetch: (input, init) => fetchFrom(mock, requestOf(input, { init, baseUrl })),
  };
}

function requestOf(
  input: Parameters<typeof fetch>[0],
  { init, baseUrl }: { readonly init: RequestInit | undefined; readonly baseUrl: string },
): Request {
  if (input instanceof Request) return init ? new Request(input, init) : input;
  return new Request(new URL(input, baseUrl), init);
}

/** Rejects when the request is aborted, like `fetch`. The sandbox still finishes the request. */
async function fetchFrom(mock: Mock, request: Request): Promise<Response> {
  const { signal } = request;
  signal.throwIfAborted();
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([mock.fetch(request), stopped.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
