import { useEffect, useSyncExternalStore } from "react";

type Highlighted = typeof import("./highlighted-field.tsx").HighlightedField;

let loaded: Highlighted | undefined;
let isLoading = false;
const listeners = new Set<() => void>();

/** Loads the editor once for the site, shortly before the first edit. After a failure, the next call tries again. */
export function loadHighlightedField(): void {
  if (isLoading) return;
  isLoading = true;
  import("./highlighted-field.tsx").then(
    ({ HighlightedField }) => {
      loaded = HighlightedField;
      for (const listener of listeners) listener();
    },
    () => {
      // Readers still have the text area. The next Edit tries again.
      isLoading = false;
    },
  );
}

/** Returns the editor with CodeMirror, or undefined until it is loaded. */
export function useHighlightedField(): Highlighted | undefined {
  useEffect(loadHighlightedField, []);
  return useSyncExternalStore(
    subscribe,
    () => loaded,
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
