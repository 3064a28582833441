/** Set anew for each run: they belong to the target. */
const OF_TARGET: readonly string[] = ["SINKOVE_API_URL", "SINKOVE_API_KEY"];

/**
 * The variables that examples leave to those that follow, whatever their language: what a program sets in its own
 * environment. They are kept by target. Those of the page's sandbox outlive a reload, as the sandbox does; those of
 * other targets are in memory only, since a key may be among them.
 */
export class SharedEnvironment {
  readonly #storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined;
  readonly #name: string;
  readonly #memory: Map<string, Readonly<Record<string, string>>> = new Map();

  /** @param base the site's; sites of one origin do not share */
  constructor(base: string, storage: Storage | undefined) {
    this.#storage = storage;
    this.#name = `sinkove-sandbox-variables ${base}`;
  }

  /** The variables that were left for a target. */
  of(target: string, isSandbox: boolean): Readonly<Record<string, string>> {
    return this.#memory.get(target) ?? (isSandbox ? this.#recall() : {});
  }

  /** Keeps what a program left. */
  keep(target: string, isSandbox: boolean, left: Readonly<Record<string, string>>): void {
    const own = Object.entries(left).filter(([name]) => !OF_TARGET.includes(name));
    const variables = Object.fromEntries(own);
    this.#memory.set(target, variables);
    if (!isSandbox) return;
    try {
      this.#storage?.setItem(this.#name, JSON.stringify(variables));
    } catch {
      // They are kept until the page is left.
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
