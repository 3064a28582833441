import type { Dataset } from "@sinkove/contract";
import { BRAND, SinkoveError } from "./sinkove-error.ts";

/** While waiting for it, the dataset failed or expired; its `metadata.failureReason` says why. */
export class DatasetError extends SinkoveError<"DATASET_FAILED" | "DATASET_EXPIRED"> {
  /** @internal */
  static override readonly [BRAND]: string = "DatasetError";
  readonly dataset: Dataset;

  constructor(dataset: Dataset) {
    const failed = dataset.metadata?.state === "FAILED";
    const why = failed
      ? `failed: ${dataset.metadata?.failureReason ?? "the service gave no reason"}`
      : "has expired. Create it again.";
    super(failed ? "DATASET_FAILED" : "DATASET_EXPIRED", `The dataset ${dataset.id} ${why}`);
    this.dataset = dataset;
  }
}

/** Why a download was given up, besides the network. */
export type DownloadErrorCode = "FILE_EXISTS" | "FILE_FAILED" | "CHECKSUM_MISMATCH" | "INCOMPLETE";

/** A download that did not come to its end. No half file has the final name. */
export class DownloadError extends SinkoveError<DownloadErrorCode> {
  /** @internal */
  static override readonly [BRAND]: string = "DownloadError";
}
