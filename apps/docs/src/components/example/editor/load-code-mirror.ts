import { useEffect, useSyncExternalStore } from "react";

type CodeMirror = typeof import("./code-mirror.ts");

let loaded: CodeMirror | undefined;
let isLoading = false;
const listeners = new Set<() => void>();

/**
 * Loads the editor, once for the site: a page on which nobody edits does without it. After a failure, the next call tries
 * again.
 */
export function loadCodeMirror(): void {
  if (isLoading) return;
  isLoading = true;
  import("./code-mirror.ts").then(
    (module) => {
      loaded = module;
      for (const listener of listeners) listener();
    },
    () => {
      // Readers have the text area. The next Edit tries again.
      isLoading = false;
    },
  );
}

/** The editor, as soon as it is there. */
export function useCodeMirror(): CodeMirror | undefined {
  useEffect(loadCodeMirror, []);
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
