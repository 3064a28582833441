import { useSyncExternalStore } from "react";

const MINUTE = 60_000;
let now = Date.now();

/** The time, as of the last full minute or so. Renders again when it moves on. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now();
    onChange();
  }, MINUTE / 2);
  return () => clearInterval(timer);
}
