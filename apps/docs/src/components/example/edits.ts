import { useLocation } from "@docusaurus/router";
import { useState } from "react";

/** What readers have made of examples. In memory only: somebody may have written a key into one. */
const edits = new Map<string, string>();

/**
 * The reader's edit of an example, which is kept while they read other pages; undefined for one that is not being
 * edited.
 *
 * @param original the example as the site has it
 */
export function useEdit(
  original: string,
): readonly [edit: string | undefined, set: (edit: string | undefined) => void] {
  const { pathname } = useLocation();
  const key = `${pathname}\n${original}`;
  const [edit, setEdit] = useState(() => edits.get(key));
  const set = (changed: string | undefined): void => {
    if (changed === undefined) edits.delete(key);
    else edits.set(key, changed);
    setEdit(changed);
  };
  return [edit, set];
}
