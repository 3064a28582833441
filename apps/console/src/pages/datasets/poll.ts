import type { Dataset } from "@sinkove/contract";

const FIRST = 1_000;
const LONGEST = 30_000;

/** Whether a dataset's state is going to change by itself. */
export function isRunning({ metadata }: Dataset): boolean {
  return metadata?.state === "PENDING" || metadata?.state === "STARTED";
}

/** How long to wait before asking again, in milliseconds: longer each time, up to half a minute. */
export function pollDelay(times: number): number {
  return Math.min(LONGEST, Math.round(FIRST * 1.4 ** times));
}
