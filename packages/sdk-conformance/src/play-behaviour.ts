import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateApiKey } from "@sinkove/api-key";
import type { Behaviour, Exchange, HookCall, Invocation } from "./behaviour.ts";
import { checkBehaviour, type Observation } from "./check-behaviour.ts";
import { type HostileServer, startHostileServer } from "./hostile-server.ts";
import { fill } from "./load-behaviour.ts";
import { simulateTime } from "./simulated-time.ts";
import { invoke, recordHooks } from "./typescript-client.ts";

/** The result of playing a behaviour. */
export interface Verdict extends Observation {
  /** The differences from the expected behaviour; empty if there are none. */
  readonly faults: readonly string[];
  /** The duration of the calls in simulated milliseconds. */
  readonly took: number;
}

/** Plays a behaviour with the TypeScript SDK, over real sockets, in simulated time. */
export async function playBehaviour(behaviour: Behaviour): Promise<Verdict> {
  const apiKey = generateApiKey("test");
  const folder = await mkdtemp(join(tmpdir(), "sinkove-behaviour-"));
  const wire = { activity: 0 };
  let server: HostileServer | undefined;
  const time = simulateTime(() => wire.activity + (server?.activity() ?? 0));
  const startedAt = time.now();
  server = await startHostileServer(fill(behaviour.server, { apiKey }) as Exchange[], {
    clock: time,
    limit: behaviour.limit,
  });
  try {
    const client = fill(behaviour.client, { folder }) as Behaviour["client"] & Invocation;
    const hooks: HookCall[] = [];
    const options = {
      ...client.options,
      ...(behaviour.expect.hooks && recordHooks(hooks)),
      apiKey,
      baseUrl: `${server.origins.api}/v1`,
      runtime: { now: time.now, after: time.after, random: () => 0.5 },
      fetch: watched(wire),
    };
    const outcomes = await invoke(client, options, time);
    const took = time.now() - startedAt;
    await time.quiet();
    const files = await filesIn(folder);
    const seen = { requests: server.requests, outcomes, hooks, files, apiKey };
    return { ...seen, faults: checkBehaviour(behaviour, seen), took };
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

/** A `fetch` that counts as activity when it is called and when it settles. */
function watched(wire: { activity: number }): typeof globalThis.fetch {
  return async (input, init) => {
    wire.activity++;
    try {
      return await globalThis.fetch(input, init);
    } finally {
      wire.activity++;
    }
  };
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const read = async (name: string) => [name, await readFile(join(folder, name), "utf8")] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}
