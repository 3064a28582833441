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
  /** The responses to requests with `Prefer`. */
  readonly examples: ContractExamples;
  /** The URL of the sandbox, without a trailing slash, such as `https://docs.example/sandbox`. */
  readonly publicUrl: string;
  /** The URL of the site with the pages of the error codes. */
  readonly docsUrl: string;
  /** Returns the time in milliseconds since 1970. */
  readonly now: () => number;
}

/** The API in the browser. */
export interface Sandbox {
  /** Handles a request to a URL below `publicUrl`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Deletes all data. The next request finds a new world. */
  readonly reset: () => Promise<void>;
}

/** The open world, and the revision of the saved state that it corresponds to. */
interface Current {
  readonly world: OpenWorld;
  readonly secret: string;
  clock: ClockState;
  revision: number;
}

/**
 * Creates the API over a store in memory, which is saved after each request and before its response. Only one request
 * runs at a time over all workers. If another worker has saved a newer state, that is loaded first.
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
  const example = exampleFor(request, url.pathname, options.examples);
  if (example) return example;
  // The URL of a request cannot be changed, so a new request is created from its parts.
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
