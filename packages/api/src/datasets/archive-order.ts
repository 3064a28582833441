import type { ArchiveOrder } from "@sinkove/generator";
import { toTimestamp } from "../moment.ts";
import type { DatasetRecord, ModelRecord } from "../store/records.ts";

/** The order for the generator. The same dataset always gives the same archive. */
export function archiveOrderOf(
  dataset: Pick<DatasetRecord, "id" | "args" | "numSamples" | "createdAt">,
  { id, slug, name }: ModelRecord,
): ArchiveOrder {
  const { args, numSamples, createdAt } = dataset;
  return {
    datasetId: dataset.id,
    model: { id, slug, name },
    args,
    numSamples,
    createdAt: toTimestamp(createdAt),
  };
}
