/** Variables that each run sets from its target, so they are not kept. */
const OF_TARGET: readonly string[] = ["SINKOVE_API_URL", "SINKOVE_API_KEY"];

/**
 * Environment variables that examples pass on to later examples in any language. They are kept for each target. Those
 * of the page's sandbox survive a reload, like the sandbox itself. Those of other targets stay in memory, because they
 * may contain a key.
 */
export class SharedEnvironment {
  readonly #storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined;
  readonly #name: string;
  readonly #memory: Map<string, Readonly<Record<string, string>>> = new Map();

  /** @param base the base path of the site. Sites of the same origin do not share variables. */
  constructor(base: string, storage: Storage | undefined) {
    this.#storage = storage;
    this.#name = `sinkove-sandbox-variables ${base}`;
  }

  /** Returns the variables that are kept for a target. */
  of(target: string, isSandbox: boolean): Readonly<Record<string, string>> {
    return this.#memory.get(target) ?? (isSandbox ? this.#recall() : {});
  }

  /** Keeps the variables that a program has set. */
  keep(target: string, isSandbox: boolean, left: Readonly<Record<string, string>>): void {
    const own = Object.entries(left).filter(([name]) => !OF_TARGET.includes(name));
    const variables = Object.fromEntries(own);
    this.#memory.set(target, variables);
    if (!isSandbox) return;
    try {
      this.#storage?.setItem(this.#name, JSON.stringify(variables));
    } catch {
      // Storage is not available, so the variables are kept until the page is closed.
    }
  }

  clear(): void {
    this.#memory.clear();
    this.#storage?.removeItem(this.#name);
  }

  #recall(): Readonly<Record<string, string>> {
    try {
      return JSON.parse(this.#storage?.getItem(this.#name) ?? "{}");
    } catch {
      return {};
    }
  }
}
