import type { Awaitable } from "../awaitable.ts";
import type { Context } from "../operation.ts";
import type { DatasetRecord } from "../store/records.ts";
import { stateOf } from "./state.ts";

type Knowing = Pick<Context<"getDataset">, "services" | "store" | "now">;

/**
 * A dataset with the facts of its archive, if that exists. A sandbox computes them only when they
 * are needed.
 */
export function withArchiveFacts(
  dataset: DatasetRecord,
  context: Knowing,
): Awaitable<DatasetRecord> {
  const state = stateOf(dataset, context.now);
  const isMade = state === "READY" || state === "EXPIRED";
  return isMade && dataset.sha256 === null ? describe(dataset, context) : dataset;
}

async function describe(dataset: DatasetRecord, { services, store }: Knowing) {
  const model = await store.findModel(dataset.modelId);
  if (!model) throw new TypeError(`The model of the dataset ${dataset.id} is gone.`);
  return { ...dataset, ...(await services.generation.describe(dataset, model)) };
}
