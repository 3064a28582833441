/** The names that a generated module uses, and the modules that they come from. */
export interface Imports {
  /** Uses a name, and returns it. */
  readonly use: (name: string, from: string) => string;
  /** Uses a name as a type only, and returns it. */
  readonly type: (name: string, from: string) => string;
  /** Each module once, in order, with its names in order. */
  readonly list: () => readonly ImportedModule[];
}

export interface ImportedModule {
  readonly from: string;
  readonly names: readonly string[];
  /** Whether all names are used as types only. */
  readonly isType: boolean;
}

/** `placed` gives the specifier of a module in the generated one, which may be in a folder. */
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

/** Packages first, then what is above, then what is beside it. */
function placeOf(from: string): string {
  const [dots = ""] = /^\.*/.exec(from) ?? [];
  return dots === "" ? from : `~${9 - dots.length}${from}`;
}
