import type { Dataset } from "@sinkove/contract";

/** Whether a dataset's state is going to change by itself. */
export function isRunning({ metadata }: Dataset): boolean {
  return metadata?.state === "PENDING" || metadata?.state === "STARTED";
}
