import { CONTROL_TOKEN_HEADER } from "./control/control-token.ts";
import type { ActiveFaultRule, FaultRule } from "./faults/fault-rule.ts";
import { ContractBrokenError } from "./journal/contract-broken-error.ts";
import type { JournalEntry, JournalFilter } from "./journal/journal.ts";
import { MockError } from "./mock-error.ts";
import type { WorldOptions } from "./world-options.ts";
import type { SandboxPerson } from "./worlds/sandbox-person.ts";

/** Options of {@link connectSandbox}. */
export interface ConnectOptions {
  /** Default: `SINKOVE_API_URL`, or `http://127.0.0.1:4010`. */
  readonly baseUrl?: string | undefined;
  /** A key of the world. Default: `SINKOVE_API_KEY`, or no key, which selects the first world. */
  readonly apiKey?: string | undefined;
  /** Required if the mock server runs on another machine or in a container. Default: `SINKOVE_MOCK_CONTROL_TOKEN`. */
  readonly controlToken?: string | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** A world of a mock server in another process. Methods that fail reject with a {@link MockError}. */
export interface RemoteWorld {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly organizationId: string;
  readonly organizationIds: readonly [string, ...string[]];
  /** The account's owner; Grace, a member of the first organization; and Alan, who is in no organization. */
  readonly people: readonly SandboxPerson[];
  /** Signs a person in, by default the account's owner. Resolves to the value of a `Cookie` header. */
  session(accountId?: string): Promise<string>;
  /** Every method resolves to the world's time, in milliseconds since 1970. */
  readonly clock: {
    now(): Promise<number>;
    /** Moves the clock forward by an ISO 8601 duration, such as `PT24H`. */
    advance(duration: string): Promise<number>;
    /** Sets the clock to a time in RFC 3339. */
    set(moment: string): Promise<number>;
    freeze(): Promise<number>;
    resume(): Promise<number>;
  };
  readonly faults: {
    add(rule: FaultRule): Promise<ActiveFaultRule>;
    list(): Promise<readonly ActiveFaultRule[]>;
    clear(): Promise<void>;
  };
  readonly journal: {
    list(filter?: JournalFilter): Promise<readonly JournalEntry[]>;
    clear(): Promise<void>;
    /** Rejects with a {@link ContractBrokenError} if a response of this world broke the contract. */
    check(): Promise<void>;
  };
  /** Creates another world. This is cheap enough to do once per test. */
  newWorld(options?: WorldOptions): Promise<RemoteWorld>;
}

/**
 * Connects to a world of a mock server in another process, for example one that a global setup has started.
 *
 * @throws {MockError} if the mock server cannot be reached or does not know the key
 * @example
 * const world = await (await connectSandbox()).newWorld();
 * await world.clock.advance("PT24H");
 */
export async function connectSandbox(options: ConnectOptions = {}): Promise<RemoteWorld> {
  const { SINKOVE_API_URL, SINKOVE_API_KEY, SINKOVE_MOCK_CONTROL_TOKEN } = process.env;
  // An empty variable is not set.
  const { baseUrl = SINKOVE_API_URL || "http://127.0.0.1:4010" } = options;
  const { apiKey = SINKOVE_API_KEY || undefined } = options;
  const { controlToken = SINKOVE_MOCK_CONTROL_TOKEN } = options;
  const access = { controlToken, fetch: options.fetch };
  if (!/^https?:\/\//i.test(baseUrl)) {
    throw new MockError(
      `${JSON.stringify(baseUrl)} is not a base URL. Use one such as http://127.0.0.1:4010.`,
    );
  }
  const ask = createAsk({ ...access, baseUrl, apiKey });
  const facts = await ask<WorldFacts | undefined>("GET", "/worlds");
  if (typeof facts?.url === "string") return worldOf(facts, access);
  throw new MockError(notMock(baseUrl));
}

function notMock(origin: string): string {
  return `The server at ${origin} is not a mock server. Start one with npx @sinkove/mock-server, or set another base URL.`;
}

type WorldFacts = Pick<RemoteWorld, "apiKey" | "organizationId" | "organizationIds" | "people"> & {
  readonly url: string;
};

type Access = Pick<ConnectOptions, "controlToken" | "fetch">;

function worldOf(facts: WorldFacts, access: Access): RemoteWorld {
  const { url: baseUrl, apiKey, organizationId, organizationIds, people } = facts;
  const ask = createAsk({ ...access, baseUrl, apiKey });
  const timeOf = ({ now }: { readonly now: string }): number => Date.parse(now);
  const move = async (body: object): Promise<number> => timeOf(await ask("POST", "/clock", body));
  const list = (filter: JournalFilter = {}): Promise<readonly JournalEntry[]> =>
    ask("GET", `/journal?${queryOf(filter)}`);
  return {
    ...{ baseUrl, apiKey, organizationId, organizationIds, people },
    session: async (accountId) =>
      (await ask<{ cookie: string }>("POST", "/sessions", { accountId })).cookie,
    clock: {
      now: async () => timeOf(await ask("GET", "/clock")),
      advance: (advance) => move({ advance }),
      set: (set) => move({ set }),
      freeze: () => move({ freeze: true }),
      resume: () => move({ freeze: false }),
    },
    faults: {
      add: (rule) => ask("POST", "/faults", rule),
      list: () => ask("GET", "/faults"),
      clear: () => ask("DELETE", "/faults"),
    },
    journal: {
      list,
      clear: () => ask("DELETE", "/journal"),
      check: async () => {
        const broken = await list({ violations: "response" });
        if (broken.length > 0) throw new ContractBrokenError(broken);
      },
    },
    newWorld: async (options = {}) => worldOf(await ask("POST", "/worlds", options), access),
  };
}

function queryOf(filter: JournalFilter): URLSearchParams {
  const present = Object.entries(filter).filter(([, value]) => value !== undefined);
  return new URLSearchParams(present.map(([name, value]) => [name, `${value}`]));
}

type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

function createAsk(options: ConnectOptions & { readonly baseUrl: string }): Ask {
  const { baseUrl, apiKey, controlToken, fetch: send = fetch } = options;
  const headers = {
    ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }),
    // An empty variable means no token.
    ...(controlToken ? { [CONTROL_TOKEN_HEADER]: controlToken } : {}),
  };
  const origin = baseUrl.replace(/\/+$/, "").replace(/\/v1$/, "");
  return async (method, path, body) => {
    const response = await send(`${origin}/_sandbox${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    }).catch((cause: unknown) => {
      const remedy = "Start one with npx @sinkove/mock-server, or set another base URL.";
      throw new MockError(`There is no mock server at ${origin}. ${remedy}`, { cause });
    });
    const answer = response.status === 204 ? undefined : await readAnswer(response, origin);
    if (!response.ok) throw new MockError(answer?.detail ?? notMock(origin));
    return answer;
  };
}

// The response has the requested type because the mock server is this package.
// biome-ignore lint/suspicious/noExplicitAny: the boundary where a text gets its type
async function readAnswer(response: Response, origin: string): Promise<any> {
  try {
    return await response.json();
  } catch (cause) {
    throw new MockError(notMock(origin), { cause });
  }
}
