import { within } from "./within.ts";

/** Time and chance, passed in so that tests need neither. */
export interface Runtime {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `action` after `ms` milliseconds, unless the function that it returns is called before. */
  after(ms: number, action: () => void): () => void;
  /** At least 0 and below 1. */
  random(): number;
}

/** Past it, a timer does not wait at all. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The time and chance of the machine. */
export const systemRuntime: Runtime = {
  now: () => Date.now(),
  after(ms, action) {
    const timer = setTimeout(action, Math.min(ms, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Resolves after `ms`; rejects with an `AbortError`, and leaves no timer, when it is aborted. */
export function sleep(ms: number, runtime: Runtime, signal?: AbortSignal): Promise<void> {
  return within({ runtime, signal }, (stop) => {
    return new Promise((resolve) => {
      stop.addEventListener("abort", runtime.after(ms, resolve));
    });
  });
}
