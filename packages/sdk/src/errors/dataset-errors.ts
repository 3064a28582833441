import type { Dataset } from "@sinkove/contract";
import { BRAND, SinkoveError } from "./sinkove-error.ts";

/** The dataset failed or expired during a wait. `metadata.failureReason` says why. */
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

/** The reasons why a download fails, besides the network. */
export type DownloadErrorCode = "FILE_EXISTS" | "FILE_FAILED" | "CHECKSUM_MISMATCH" | "INCOMPLETE";

/** A download was not completed. The final path never has an incomplete file. */
export class DownloadError extends SinkoveError<DownloadErrorCode> {
  /** @internal */
  static override readonly [BRAND]: string = "DownloadError";
}
