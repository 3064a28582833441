import { within } from "./within.ts";

/** Time and randomness. Tests pass in their own. */
export interface Runtime {
  /** Milliseconds since the epoch. They must not go back when the machine's clock is set. */
  now(): number;
  /** Runs `action` after `ms` milliseconds, unless the function that it returns is called before. */
  after(ms: number, action: () => void): () => void;
  /** At least 0 and below 1. */
  random(): number;
}

/** The longest time of a timer. With a longer one, it would not wait at all. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

let startedAt: number | undefined;

/** The time and randomness of the machine. */
export const systemRuntime: Runtime = {
  // Elapsed time is monotonic; `Date.now()` follows the machine's clock.
  now() {
    startedAt ??= performance.timeOrigin; // cached, because reading it takes as long as everything else
    return Math.round(startedAt + performance.now());
  },
  after(ms, action) {
    const timer = setTimeout(action, Math.min(ms, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Returns how much of `ms` is left. A clock that goes back adds nothing. 0 means no limit: `Infinity`. */
export function countdown(ms: number, runtime: Runtime): () => number {
  let left = ms || Number.POSITIVE_INFINITY;
  let readAt = runtime.now();
  return () => {
    const now = runtime.now();
    left -= Math.max(0, now - readAt);
    readAt = now;
    return left;
  };
}

/** Resolves after `ms`; rejects with an `AbortError`, and leaves no timer, when it is aborted. */
export function sleep(ms: number, runtime: Runtime, signal?: AbortSignal): Promise<void> {
  return within({ runtime, signal }, (stop) => {
    return new Promise((resolve) => {
      stop.addEventListener("abort", runtime.after(ms, resolve));
    });
  });
}
