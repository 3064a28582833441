import type { ModelRecord } from "@sinkove/api";
import { ClockError, type ClockState, moveClock, RUNNING, timeOf } from "./clock.ts";
import type { ContractExamples } from "./contract-examples.ts";
import { exampleFor } from "./examples.ts";
import type { SandboxState, StateStorage } from "./state.ts";
import { createTables, type OpenWorld, openWorld } from "./world.ts";

/** Options of {@link createSandbox}. */
export interface SandboxOptions {
  readonly storage: StateStorage;
  readonly models: readonly ModelRecord[];
  /** For what is asked for by `Prefer`. */
  readonly examples: ContractExamples;
  /** Where the sandbox is reached, without an end slash, such as `https://docs.example/sandbox`. */
  readonly publicUrl: string;
  /** Where the pages of the error codes are. */
  readonly docsUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The API in the page. */
export interface Sandbox {
  /** Answers a request to an address below `publicUrl`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Forgets everything: the next request finds a new world. */
  readonly reset: () => Promise<void>;
}

/** What is open, and which revision of the kept state it is. */
interface Current {
  readonly world: OpenWorld;
  readonly secret: string;
  clock: ClockState;
  revision: number;
}

/**
 * The API over a store in memory that is kept after each request and before its answer. One request runs at a
 * time, in whichever worker: what another worker has kept is read first.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { storage } = options;
  let current: Current | undefined;
  const open = async (): Promise<Current> => {
    const revision = await storage.revision();
    if (current && current.revision === revision) return current;
    current = openState((await storage.load()) ?? (await newState(options)), options);
    return current;
  };
  return {
    fetch: (request) =>
      storage.exclusively(async () => {
        const opened = await open();
        const response = await answer(request, opened, options);
        await opened.world.api.flush();
        await keep(opened, storage);
        return response;
      }),
    reset: () =>
      storage.exclusively(async () => {
        current = undefined;
        await storage.clear();
      }),
  };
}

async function newState({ models, now }: SandboxOptions): Promise<SandboxState> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const secret = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const tables = await createTables({ models, clock: now });
  return { version: 1, revision: 0, tables, clock: RUNNING, secret };
}

function openState({ tables, secret, clock, revision }: SandboxState, options: SandboxOptions) {
  const { publicUrl, docsUrl, now } = options;
  const current: Omit<Current, "world"> = { secret, clock, revision };
  const time = (): number => timeOf(opened.clock, now());
  const world = openWorld({ tables, secret, clock: time, publicUrl, docsUrl });
  const opened: Current = { ...current, world };
  return opened;
}

async function keep(opened: Current, storage: StateStorage): Promise<void> {
  const { world, secret, clock } = opened;
  const tables = await world.store.snapshot();
  opened.revision += 1;
  await storage.save({ version: 1, revision: opened.revision, tables, clock, secret });
}

async function answer(
  request: Request,
  opened: Current,
  options: SandboxOptions,
): Promise<Response> {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(new URL(options.publicUrl).pathname.length) || "/";
  if (url.pathname === "/_sandbox/clock") return answerClock(request, opened, options.now());
  const told = exampleFor(request, url.pathname, options.examples);
  if (told) return told;
  // A request is tied to its address: what has a body is read before it is sent on.
  const isBodiless = request.method === "GET" || request.method === "HEAD";
  const body = isBodiless ? undefined : await request.arrayBuffer();
  const { method, headers } = request;
  return opened.world.api.fetch(
    new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }),
  );
}

async function answerClock(request: Request, opened: Current, now: number): Promise<Response> {
  try {
    if (request.method === "POST")
      opened.clock = moveClock(opened.clock, await request.json(), now);
  } catch (error) {
    const detail = error instanceof ClockError ? error.message : "The body is not valid JSON.";
    return Response.json({ title: "Bad clock", status: 400, detail }, { status: 400 });
  }
  const time = new Date(timeOf(opened.clock, now)).toISOString();
  return Response.json({ now: time, frozen: opened.clock.frozenAt !== null });
}
