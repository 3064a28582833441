import { inspect } from "node:util";
import { Sinkove, SinkoveError, type SinkoveOptions } from "@sinkove/sdk";
import type { HookCall, Invocation } from "./behaviour.ts";
import type { Outcome } from "./check-behaviour.ts";
import type { SimulatedTime } from "./simulated-time.ts";

/** Makes the calls of a behaviour with the TypeScript SDK. */
export async function invoke(
  { call, arguments: args = [], concurrency = 1, abort }: Invocation,
  options: SinkoveOptions,
  time: SimulatedTime,
): Promise<Outcome[]> {
  const make = calls[call];
  if (!make) throw new Error(`The runner does not support the call ${call}.`);
  const sinkove = new Sinkove(options);
  const controller = new AbortController();
  if (abort) time.after(abort.after, () => controller.abort(new Error(abort.reason)));
  const { signal } = controller;
  const made = Array.from({ length: concurrency }, () => outcomeOf(make(sinkove, args, signal)));
  return time.run(Promise.all(made));
}

type Make = (sinkove: Sinkove, args: readonly unknown[], signal: AbortSignal) => Promise<unknown>;

// A boundary: the arguments come from a JSON file, and the SDK refuses invalid ones.
const calls: Readonly<Record<string, Make>> = {
  me: async (s, _, signal) => s.me({ signal }),
  "models.list": async (s, _, signal) => s.models.list({}, { signal }).all(),
  "datasets.list": async (s, [query], signal) =>
    s.datasets.list(query as object, { signal }).all({ max: 100 }),
  "datasets.get": async (s, [id], signal) => s.datasets.get(id as string, { signal }),
  "datasets.create": async (s, [body], signal) => s.datasets.create(body as never, { signal }),
  "datasets.delete": async (s, [id], signal) => s.datasets.delete(id as string, { signal }),
  "datasets.wait": async (s, [id], signal) => s.datasets.wait(id as string, { signal }),
  "datasets.download": async (s, [id, path], signal) =>
    path === undefined
      ? Buffer.from(await s.datasets.download(id as string, undefined, { signal })).toString()
      : s.datasets.download(id as string, path as string, { signal }),
};

/** Hooks that record their calls. */
export function recordHooks(calls: HookCall[]): SinkoveOptions {
  return {
    onRequest: ({ attempt }) => calls.push({ hook: "request", attempt }),
    onResponse: ({ attempt, status }) => calls.push({ hook: "response", attempt, status }),
    onError: ({ attempt, error }) => calls.push({ hook: "error", attempt, code: error.code }),
    onRetry: ({ attempt }) => calls.push({ hook: "retry", attempt }),
  };
}

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    return { result: (await work) ?? null };
  } catch (error) {
    return { error: describe(error) };
  }
}

function describe(error: unknown): NonNullable<Outcome["error"]> {
  if (!(error instanceof SinkoveError)) {
    return { class: "no error of the SDK", message: String(error), printed: printed(error) };
  }
  const { status, retryAfter, requestId } = error as SinkoveError & Record<string, never>;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  const { name, code, message, attempts } = error;
  const neutral = { class: name, code, message, attempts: attempts.length, cause };
  return { ...neutral, status, retryAfter, requestId, printed: printed(error) };
}

function printed(error: unknown): string {
  return inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
}
