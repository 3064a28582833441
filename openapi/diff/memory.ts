import type { Note } from "./change.ts";

/** Compares two shared nodes once, and records the changes for each operation that shares them. */
export type Recall = (pair: string, note: Note, compare: (note: Note) => void) => void;

export function createMemory(): Recall {
  const found = new Map<string, Parameters<Note>[]>();
  return (pair, note, compare) => {
    const known = found.get(pair) ?? [];
    if (!found.has(pair)) {
      compare((...change) => known.push(change));
      found.set(pair, known);
    }
    for (const change of known) note(...change);
  };
}
