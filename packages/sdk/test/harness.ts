import { generateApiKey } from "@sinkove/api-key";
import type { Logger, Runtime, SinkoveOptions } from "../src/index.ts";
import { Sinkove } from "../src/index.ts";

/** A key for tests. No server knows it. */
export const KEY: string = generateApiKey("test", {
  random: (bytes) => bytes.set(bytes.map((_, index) => (index * 37) % 248)),
});
export const LIVE_KEY: string = generateApiKey("live");
export const ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17";

/** A runtime whose time only advances when all work is waiting. */
export interface VirtualRuntime extends Runtime {
  /** Advances the time until `work` is settled, and returns its result. */
  run<T>(work: PromiseLike<T>): Promise<T>;
  /** The number of active timers. */
  pending(): number;
}

function virtualRuntime(random = 0.5): VirtualRuntime {
  let now = 1_795_600_800_000;
  const timers = new Set<{ at: number; action: () => void }>();
  const fireNext = () => {
    const next = [...timers].sort((a, b) => a.at - b.at)[0];
    if (!next) return;
    timers.delete(next);
    now = Math.max(now, next.at);
    next.action();
  };
  return {
    now: () => now,
    random: () => random,
    after(ms, action) {
      const timer = { at: now + ms, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pending: () => timers.size,
    async run(work) {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      work.then(settle, settle);
      while (!isSettled) {
        await turns();
        if (!isSettled) fireNext();
      }
      return work;
    },
  };
}

/** Returns a logger that passes its lines to a function. */
export function loggerTo(write: (line: string) => unknown): Logger {
  const log = (line: string): void => void write(line);
  return { error: log, warn: log, info: log, debug: log };
}

/** Waits for a few turns of the event loop, in which everything happens that does not need time to pass. */
export async function turns(count = 3): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** A request that a fake server received. */
export interface Seen {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly at: number;
  readonly signal: AbortSignal | null | undefined;
}

export type Handler = (seen: Seen, index: number) => Response | Promise<Response>;

/** Creates a client with virtual time. The handler is its `fetch`. */
export function setUp(handler: Handler, options: SinkoveOptions = {}) {
  const runtime = virtualRuntime();
  const seen: Seen[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request: Seen = {
      url: String(input),
      method: init?.method ?? "GET",
      headers: new Headers(init?.headers),
      body: init?.body,
      at: runtime.now(),
      signal: init?.signal,
    };
    seen.push(request);
    return handler(request, seen.length - 1);
  };
  const sinkove = new Sinkove({
    apiKey: KEY,
    baseUrl: "http://127.0.0.1:4010/v1",
    fetch,
    runtime,
    ...options,
  });
  return { sinkove, seen, runtime, fetch };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", "application/json");
  return new Response(JSON.stringify(body), { ...init, headers });
}

export function problem(status: number, code: string, init: ResponseInit & { more?: object } = {}) {
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/problem+json");
  headers.set("x-request-id", "01939ae2-4c1e-7d0a-8f51-0a4f4c7d9b21");
  const body = { type: "about:blank", title: code, status, detail: `It is ${code}.`, code };
  return json({ ...body, ...init.more }, { status, headers });
}

export function dataset(state = "READY", progress = 100) {
  return { id: ID, metadata: { id: ID, state, progress, failureReason: null } };
}

/** A `fetch` that never responds. It only settles when it is aborted. */
export function hang({ signal }: Pick<Seen, "signal">): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Returns the error with which a promise rejects. */
export async function errorOf(
  work: PromiseLike<unknown>,
): Promise<Error & Record<string, unknown>> {
  try {
    await work;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("It did not fail.");
}
