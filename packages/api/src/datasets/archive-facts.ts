import type { Context } from "../operation.ts";
import type { DatasetRecord } from "../store/records.ts";
import { stateOf } from "./state.ts";

/** A dataset with the facts of its archive, if it is made: a sandbox learns them only when they are asked for. */
export async function withArchiveFacts(
  dataset: DatasetRecord,
  { services, store, now }: Pick<Context<"getDataset">, "services" | "store" | "now">,
): Promise<DatasetRecord> {
  const isMade = ["READY", "EXPIRED"].includes(stateOf(dataset, now));
  if (!isMade || dataset.sha256 !== null) return dataset;
  const model = await store.findModel(dataset.modelId);
  if (!model) throw new TypeError(`The model of the dataset ${dataset.id} is gone.`);
  return { ...dataset, ...(await services.generation.describe(dataset, model)) };
}
