import type { OperationId } from "@sinkove/contract";
import { type Call, call, type Reply } from "./exchange.ts";
import type { Capability, Target, World, WorldOptions } from "./target.ts";

/** A world, with functions to call its API. */
export interface Scene extends World {
  readonly organizationId: string;
  /** Calls an operation, and validates request and response. */
  readonly call: (id: OperationId, request?: Call) => Promise<Reply>;
  /** Creates a key with these members, using the world's key. */
  readonly issueKey: (members?: Readonly<Record<string, unknown>>) => Promise<Reply["body"]>;
  /** Creates a dataset with one sample, or with these members. */
  readonly createDataset: (members?: Readonly<Record<string, unknown>>) => Promise<Reply["body"]>;
  /** Opens another account on the same target. */
  readonly newScene: (options?: WorldOptions) => Promise<Scene>;
  readonly isFast: boolean;
}

/** A rule of the contract, with a function that tests it. */
export interface Scenario {
  /** The rule, stated as a fact. */
  readonly title: string;
  readonly needs: readonly Capability[];
  readonly run: (target: Target) => Promise<void>;
}

/** The requirements of a scenario. */
export interface ScenarioNeeds extends WorldOptions {
  readonly needs?: readonly Capability[];
}

/** Defines a rule, which is tested in a world of its own. */
export function scenario(
  title: string,
  play: (scene: Scene) => Promise<void>,
  { needs = [], ...world }: ScenarioNeeds = {},
): Scenario {
  return { title, needs, run: async (target) => play(await openScene(target, world)) };
}

/** Creates a world on a target, with functions to call its API. */
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
