import type { Dataset } from "@sinkove/contract";

/** Whether a dataset is waiting or being generated, so that its state will change. */
export function isRunning({ metadata }: Dataset): boolean {
  return metadata?.state === "PENDING" || metadata?.state === "STARTED";
}
