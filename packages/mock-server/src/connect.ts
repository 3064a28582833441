import { CONTROL_TOKEN_HEADER } from "./control/control-token.ts";
import type { ActiveFaultRule, FaultRule } from "./faults/fault-rule.ts";
import { ContractBrokenError } from "./journal/contract-broken-error.ts";
import type { JournalEntry, JournalFilter } from "./journal/journal.ts";
import { MockError } from "./mock-error.ts";
import type { WorldOptions } from "./world-options.ts";
import type { SandboxPerson } from "./worlds/sandbox-person.ts";

/** Which mock server, and which of its worlds. */
export interface ConnectOptions {
  /** Default: `SINKOVE_API_URL`, or `http://127.0.0.1:4010`. */
  readonly baseUrl?: string | undefined;
  /** Default: `SINKOVE_API_KEY`, or none for the first world. */
  readonly apiKey?: string | undefined;
  /** Needed if the mock server runs on another machine or in a container. Default: `SINKOVE_MOCK_CONTROL_TOKEN`. */
  readonly controlToken?: string | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** A world of a mock server in another process. Every method rejects with a {@link MockError} that says why. */
export interface RemoteWorld {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly organizationId: string;
  readonly organizationIds: readonly [string, ...string[]];
  /** The account itself, Grace, who is a member of the first organization, and Alan, who belongs to none. */
  readonly people: readonly SandboxPerson[];
  /** Signs a person in, by default the account itself. Resolves to a `Cookie` header. */
  session(accountId?: string): Promise<string>;
  /** Each resolves to the time, in milliseconds since 1970. */
  readonly clock: {
    now(): Promise<number>;
    /** By an ISO 8601 duration, such as `PT24H`. */
    advance(duration: string): Promise<number>;
    /** To a moment in RFC 3339. */
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
    /** Rejects with a {@link ContractBrokenError} where a response of this world broke the contract. */
    check(): Promise<void>;
  };
  /** Makes another world, as cheap as a test. */
  newWorld(options?: WorldOptions): Promise<RemoteWorld>;
}

/**
 * Finds a world of a mock server that runs in another process: one that a global set-up has started, for instance.
 *
 * @throws {MockError} if there is no mock server, or it knows no such key
 * @example
 * const world = await (await connectSandbox()).newWorld();
 * await world.clock.advance("PT24H");
 */
export async function connectSandbox(options: ConnectOptions = {}): Promise<RemoteWorld> {
  const { SINKOVE_API_URL, SINKOVE_API_KEY, SINKOVE_MOCK_CONTROL_TOKEN } = process.env;
  const { baseUrl = SINKOVE_API_URL ?? "http://127.0.0.1:4010" } = options;
  const { apiKey = SINKOVE_API_KEY } = options;
  const { controlToken = SINKOVE_MOCK_CONTROL_TOKEN } = options;
  const way = { controlToken, fetch: options.fetch };
  const ask = createAsk({ ...way, baseUrl, apiKey });
  return worldOf(await ask<WorldFacts>("GET", "/worlds"), way);
}

type WorldFacts = Pick<RemoteWorld, "apiKey" | "organizationId" | "organizationIds" | "people"> & {
  readonly url: string;
};

type Way = Pick<ConnectOptions, "controlToken" | "fetch">;

function worldOf(facts: WorldFacts, way: Way): RemoteWorld {
  const { url: baseUrl, apiKey, organizationId, organizationIds, people } = facts;
  const ask = createAsk({ ...way, baseUrl, apiKey });
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
    newWorld: async (options = {}) => worldOf(await ask("POST", "/worlds", options), way),
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
    // An empty variable is no token.
    ...(controlToken ? { [CONTROL_TOKEN_HEADER]: controlToken } : {}),
  };
  const origin = baseUrl.replace(/\/+$/, "").replace(/\/v1$/, "");
  return async (method, path, body) => {
    const response = await send(`${origin}/_sandbox${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    }).catch((cause: unknown) => {
      const remedy = "Start one with npx @sinkove/mock-server, or name another.";
      throw new MockError(`There is no mock server at ${origin}. ${remedy}`, { cause });
    });
    const answer = response.status === 204 ? undefined : await readAnswer(response, origin);
    if (!response.ok) throw new MockError(answer.detail);
    return answer;
  };
}

// What the mock server answers is of the type that was asked for: it is this package.
// biome-ignore lint/suspicious/noExplicitAny: the boundary where a text gets its type
async function readAnswer(response: Response, origin: string): Promise<any> {
  try {
    return await response.json();
  } catch (cause) {
    throw new MockError(`${origin} is not a mock server: its response is not JSON.`, { cause });
  }
}
