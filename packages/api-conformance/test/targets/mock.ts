import { createSandbox, type SandboxOptions, type SandboxWorld } from "@sinkove/mock-server";
import type { Capability, Target, World, WorldOptions } from "../../src/scenarios/target.ts";

/** The capabilities of the mock server, without and with a socket. */
export const MOCK: readonly Capability[] = ["clock", "accounts"];
export const MOCK_SOCKET: readonly Capability[] = [...MOCK, "socket"];

const START = Date.UTC(2026, 10, 24, 10);
const ENOUGH = 1_000_000;
/** The newest public model. */
const MODEL_ID = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";

/** The mock server as a library: without a socket, or with one if a port is given. */
export async function createMockTarget(options: SandboxOptions = {}): Promise<Target> {
  const sandbox = await createSandbox({ clock: () => START, ...options });
  const hasSocket = options.port !== undefined;
  const worlds: SandboxWorld[] = [];
  return {
    capabilities: new Set(hasSocket ? MOCK_SOCKET : MOCK),
    isFast: !hasSocket && options.engine !== "prism",
    newWorld: async (wanted = {}) => {
      const world = await sandbox.newWorld(optionsOf(wanted));
      worlds.push(world);
      return toWorld(world, hasSocket ? fetch : world.fetch);
    },
    close: async () => {
      await sandbox[Symbol.asyncDispose]();
      // The mock's own validation of all its responses.
      for (const { journal } of worlds) journal.check();
    },
  };
}

function optionsOf({ organizations, credits = ENOUGH, requestsPerMinute = ENOUGH }: WorldOptions) {
  return { organizations, credits, rateLimit: { limit: requestsPerMinute, windowSeconds: 60 } };
}

function toWorld(world: SandboxWorld, send: typeof fetch): World {
  const { baseUrl, apiKey, apiKeyId, organizationIds, clock } = world;
  return {
    ...{ baseUrl, apiKeyId, organizationIds, key: apiKey, modelId: MODEL_ID },
    fetch: (request) => send(request),
    now: clock.now,
    advanceClock: (milliseconds) => void clock.advance(milliseconds),
  };
}
