/** What to do with a name, depending on which of the two maps have it. */
export interface MapComparison<T> {
  readonly both: (old: T, now: T, name: string) => void;
  readonly gone: (old: T, name: string) => void;
  readonly added: (now: T, name: string) => void;
}

/** Compares the entries of two maps by name: those of the old map in order, then those that are only in the new map. */
export function compareMaps<T>(
  old: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  { both, gone, added }: MapComparison<T>,
): void {
  for (const [name, value] of old) {
    const other = now.get(name);
    if (other === undefined) gone(value, name);
    else both(value, other, name);
  }
  for (const [name, value] of now) if (!old.has(name)) added(value, name);
}
