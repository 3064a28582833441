import { setTimeout } from "node:timers/promises";

/** Resolves after that many milliseconds, or immediately when the signal is aborted. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch {
    // Aborted, so the wait is over.
  }
}
