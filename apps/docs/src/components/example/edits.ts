import { useLocation } from "@docusaurus/router";
import { useSyncExternalStore } from "react";

/** What readers have made of examples. In memory only: somebody may have written a key into one. */
const edits = new Map<string, string>();
const listeners = new Set<() => void>();

/** Sets the reader's edit of an example on the page `pathname`, or forgets it. */
export type SetEdit = (original: string, edit: string | undefined) => void;

/** Returns how to edit the examples of the present page. */
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
 * The reader's edit of an example, which is kept while they read other pages; undefined for one that is not being
 * edited.
 *
 * @param original the example as the site has it
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
