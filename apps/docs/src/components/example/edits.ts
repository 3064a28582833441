import { useLocation } from "@docusaurus/router";
import { useSyncExternalStore } from "react";

/** The readers' edits of examples. They are only in memory, because they may contain a key. */
const edits = new Map<string, string>();
const listeners = new Set<() => void>();

/** Sets the reader's edit of an example on the current page, or removes it. */
export type SetEdit = (original: string, edit: string | undefined) => void;

/** Returns a function that edits the examples of the current page. */
export function useSetEdit(): SetEdit {
  const { pathname } = useLocation();
  return (original, edit) => {
    const key = keyOf(pathname, original);
    if (edit === undefined) edits.delete(key);
    else edits.set(key, edit);
    for (const listener of listeners) listener();
  };
}

/**
 * Returns the reader's edit of an example, or undefined if it is not being edited. Edits survive visits to other pages.
 *
 * @param original the code of the example on the site
 */
export function useEdit(original: string): string | undefined {
  const { pathname } = useLocation();
  const current = () => edits.get(keyOf(pathname, original));
  return useSyncExternalStore(subscribe, current, () => undefined);
}

function keyOf(pathname: string, original: string): string {
  return `${pathname}\n${original}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
