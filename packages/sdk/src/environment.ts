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
  return !currentProcess().versions?.node && (Boolean(document) || Boolean(WorkerGlobalScope));
}

/** The runtime, for `User-Agent`; undefined in browsers, which set it themselves. */
export function runtimeName(): string | undefined {
  const node = currentProcess().versions?.node;
  return node ? `node/${node}` : undefined;
}
