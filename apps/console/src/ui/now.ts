import { useSyncExternalStore } from "react";

const STEP_MS = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** Returns the time in milliseconds since 1970. It is updated every 30 seconds, which renders the component again. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, currentTime);
}

export function currentTime(): number {
  return now;
}

/** Subscribes to a timer that all components share. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    // The time has not been updated while nothing showed it.
    now = Date.now();
    timer = setInterval(move, STEP_MS);
  }
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
