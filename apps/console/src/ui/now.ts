import { useSyncExternalStore } from "react";

const STEP_MS = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time in milliseconds since 1970, as of the last half minute. Renders again when it moves on. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** One timer for all that show a time. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(move, STEP_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function move(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}
