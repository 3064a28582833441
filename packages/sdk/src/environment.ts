interface MaybeProcess {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly versions?: { readonly node?: string };
}

// Other runtimes have no `process`, or one without `env`.
function currentProcess(): MaybeProcess {
  return (globalThis as { process?: MaybeProcess }).process ?? {};
}

/** A variable of the environment; undefined where there is none, or it is empty. */
export function readEnvironment(name: string): string | undefined {
  return currentProcess().env?.[name]?.trim() || undefined;
}

/** Whether this is a page, or a worker of a page, whose code and secrets everyone can read. */
export function isBrowser(): boolean {
  const { document, WorkerGlobalScope } = globalThis as Record<string, unknown>;
  return !nodeVersion() && Boolean(document ?? WorkerGlobalScope);
}

/** The version of Node, or of the one that Deno and Bun stand in for; undefined in browsers. */
export function nodeVersion(): string | undefined {
  return currentProcess().versions?.node;
}
