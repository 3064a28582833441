import type { SandboxWorld } from "../src/index.ts";

/** The newest model in every world. */
const MODEL_ID = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";

/** A request to a world. Its default key is the world's. */
export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Sends a request to a world. */
export function send(world: SandboxWorld, path: string, call: Call = {}): Promise<Response> {
  const { body, key = world.apiKey, signal = null } = call;
  return world.fetch(path, {
    method: call.method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...call.headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal,
  });
}

/** Sends a request, and parses the JSON of the response. */
// biome-ignore lint/suspicious/noExplicitAny: tests read bodies that were validated against the contract
export async function read(world: SandboxWorld, path: string, call?: Call): Promise<any> {
  return (await send(world, path, call)).json();
}

/** Creates a dataset with one sample. */
export function createDataset(world: SandboxWorld, prompt = "cardiomegaly") {
  const body = { modelId: MODEL_ID, numSamples: 1, args: { prompt } };
  return read(world, "/v1/datasets", { body });
}
