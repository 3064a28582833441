import type { OperationId } from "@sinkove/contract";
import { type Call, call, type Reply } from "./exchange.ts";
import type { Capability, Target, World, WorldOptions } from "./target.ts";

/** A world, and the ways to call it. */
export interface Scene extends World {
  readonly organizationId: string;
  /** Calls an operation; the exchange is judged by the contract. */
  readonly call: (id: OperationId, request?: Call) => Promise<Reply>;
  /** Makes a key with these members and the world's key. */
  readonly issueKey: (members?: Readonly<Record<string, unknown>>) => Promise<Reply["body"]>;
  /** Makes a dataset of one sample, or with these members. */
  readonly createDataset: (members?: Readonly<Record<string, unknown>>) => Promise<Reply["body"]>;
  /** Another account on the same target. */
  readonly newScene: (options?: WorldOptions) => Promise<Scene>;
  readonly isFast: boolean;
}

/** A rule of the contract, and the plain function that shows whether a target keeps it. */
export interface Scenario {
  /** The rule as a fact. */
  readonly title: string;
  readonly needs: readonly Capability[];
  readonly run: (target: Target) => Promise<void>;
}

/** What a scenario needs. */
export interface ScenarioNeeds extends WorldOptions {
  readonly needs?: readonly Capability[];
}

/** States a rule; it runs in a world of its own. */
export function scenario(
  title: string,
  play: (scene: Scene) => Promise<void>,
  { needs = [], ...world }: ScenarioNeeds = {},
): Scenario {
  return { title, needs, run: async (target) => play(await openScene(target, world)) };
}

/** Makes a world on a target, and the ways to call it. */
export async function openScene(target: Target, options: WorldOptions = {}): Promise<Scene> {
  const world = await target.newWorld(options);
  const [organizationId] = world.organizationIds;
  const order = { modelId: world.modelId, numSamples: 1, args: { prompt: "cardiomegaly" } };
  const create = async (id: OperationId, body: object) => {
    const reply = await call(world, id, { body });
    if (reply.status === 201) return reply.body;
    throw new Error(`${id} was refused: ${JSON.stringify(reply.body)}`);
  };
  return {
    ...world,
    organizationId,
    isFast: target.isFast,
    call: (id, request) => call(world, id, request),
    issueKey: (members = {}) => create("createApiKey", { name: "Conformance", ...members }),
    createDataset: (members = {}) =>
      create("createDataset", { ...order, organizationId, ...members }),
    newScene: (other) => openScene(target, other),
  };
}
