import type { Reply } from "./exchange.ts";
import type { Scene } from "./scenario.ts";

/** A change to a key, and the load while it happens. */
export interface ChangeUnderLoad {
  /** The key that all connections use. */
  readonly key: string;
  readonly connections: number;
  /** How many requests each connection sends after the response to the change. */
  readonly sentAfter: number;
  readonly change: () => Promise<Reply>;
}

/** The results of the requests. */
export interface Tally {
  acceptedBefore: number;
  sentAfter: number;
  /** Requests that were sent after the response to the change, but were still accepted. */
  acceptedAfter: number;
}

/** Uses a key on many connections, alternating reads and writes, while the key is changed. */
export async function changeUnderLoad(scene: Scene, plan: ChangeUnderLoad): Promise<Tally> {
  const tally: Tally = { acceptedBefore: 0, sentAfter: 0, acceptedAfter: 0 };
  let isAnswered = false;
  let announce = () => {};
  const underLoad = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const connection = async (_: unknown, number: number) => {
    let left = plan.sentAfter;
    for (let turn = number; left > 0; turn++) {
      const isAfter = isAnswered;
      const isAccepted = (await use(scene, plan.key, turn)) < 300;
      if (isAfter) left -= 1;
      count(tally, isAfter, isAccepted);
      if (tally.acceptedBefore >= 4 * plan.connections) announce();
    }
  };
  const changed = underLoad.then(plan.change).finally(() => {
    isAnswered = true;
  });
  const load = Array.from({ length: plan.connections }, connection);
  const [{ status, body }] = await Promise.all([changed, ...load]);
  if (status >= 300) throw new Error(`The change was refused: ${JSON.stringify(body)}`);
  return tally;
}

function count(tally: Tally, isAfter: boolean, isAccepted: boolean): void {
  if (isAfter) tally.sentAfter += 1;
  if (isAfter && isAccepted) tally.acceptedAfter += 1;
  if (!isAfter && isAccepted) tally.acceptedBefore += 1;
}

async function use(scene: Scene, key: string, turn: number): Promise<number> {
  if (turn % 2 === 0) return (await scene.call("listModels", { key })).status;
  const body = { modelId: scene.modelId, numSamples: 1, args: { prompt: "x" } };
  return (await scene.call("createDataset", { key, body })).status;
}
