import type { DatasetRecord, GenerationFacts, ModelRecord, Moment } from "../store/records.ts";

/** A dataset before anything of its generation is known. */
export type DatasetOrder = Omit<DatasetRecord, keyof GenerationFacts>;

/** What makes a dataset's archive. */
export interface Generation {
  /** The facts to store when a dataset is asked for; what is not known yet is null. */
  plan(order: DatasetOrder, model: ModelRecord, now: Moment): Promise<GenerationFacts>;
  /** The archive of a dataset that is READY; undefined where it is gone. */
  archive(dataset: DatasetRecord): Promise<Uint8Array<ArrayBuffer> | undefined>;
}
