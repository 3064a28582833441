/** Collects the names that a generated module imports. */
export interface Imports {
  /** Imports a name and returns it. */
  readonly use: (name: string, from: string) => string;
  /** Imports a name as a type, and returns it. */
  readonly type: (name: string, from: string) => string;
  /** Returns each module once, sorted, with its sorted names. */
  readonly list: () => readonly ImportedModule[];
}

export interface ImportedModule {
  readonly from: string;
  readonly names: readonly string[];
  /** Whether all names are imported as types. */
  readonly isType: boolean;
}

/** @param placed converts a module specifier for generated modules in folders */
export function createImports(placed = (from: string): string => from): Imports {
  const modules = new Map<string, Map<string, boolean>>();
  const add = (name: string, specifier: string, isType: boolean): string => {
    const from = placed(specifier);
    const names = modules.get(from) ?? new Map<string, boolean>();
    names.set(name, isType && (names.get(name) ?? true));
    modules.set(from, names);
    return name;
  };
  return {
    use: (name, from) => add(name, from, false),
    type: (name, from) => add(name, from, true),
    list: () =>
      [...modules]
        .sort(([a], [b]) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .map(([from, names]) => ({
          from,
          names: [...names.keys()].sort(),
          isType: [...names.values()].every(Boolean),
        })),
  };
}

/** Sorts packages first, then modules in parent folders, then those in the same folder. */
function placeOf(from: string): string {
  const [dots = ""] = /^\.*/.exec(from) ?? [];
  return dots === "" ? from : `~${9 - dots.length}${from}`;
}
