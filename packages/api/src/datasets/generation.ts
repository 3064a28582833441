import type { ByteRange } from "../downloads/range.ts";
import type {
  DatasetRecord,
  GenerationFacts,
  JobFacts,
  ModelRecord,
  Moment,
} from "../store/records.ts";

/** A dataset before its generation is planned. */
export type DatasetOrder = Omit<DatasetRecord, keyof GenerationFacts | keyof JobFacts>;

/** Facts about a whole archive. */
export type ArchiveFacts = Pick<DatasetRecord, "size"> & { readonly sha256: string };

/** A part of an archive: bytes, or a stream that reads as fast as its reader. */
export type ArchivePart = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;

/** Generates archives of datasets, or leaves that to workers. */
export interface Generation {
  /** The facts to store when a dataset is created. Those that are not known yet are null. */
  plan(order: DatasetOrder, model: ModelRecord, now: Moment): Promise<GenerationFacts>;
  /** The facts of a finished archive that `plan` could not know. */
  describe(dataset: DatasetRecord, model: ModelRecord): Promise<ArchiveFacts>;
  /** A part of the archive of a dataset that is READY; undefined if the archive no longer exists. */
  read(
    dataset: DatasetRecord,
    model: ModelRecord,
    range: ByteRange,
  ): Promise<ArchivePart | undefined>;
}
