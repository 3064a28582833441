interface MaybeProcess {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly versions?: { readonly node?: string };
}

// Other runtimes have no `process`, or one without `env`.
function currentProcess(): MaybeProcess {
  return (globalThis as { process?: MaybeProcess }).process ?? {};
}

interface MaybeDeno {
  readonly permissions?: {
    querySync(query: { name: "env"; variable: string }): { readonly state: string };
  };
}

/** A variable of the environment; undefined if it is absent, empty, or may not be read. */
export function readEnvironment(variable: string): string | undefined {
  const { Deno } = globalThis as { Deno?: MaybeDeno };
  // Without the permission, Deno would prompt the user for it, or throw.
  const state = Deno?.permissions?.querySync({ name: "env", variable }).state ?? "granted";
  if (state !== "granted") return undefined;
  return currentProcess().env?.[variable]?.trim() || undefined;
}

/** Whether this is a page, or a worker of a page, whose code and secrets everyone can read. */
export function isBrowser(): boolean {
  const { document, WorkerGlobalScope } = globalThis as Record<string, unknown>;
  return !nodeVersion() && !isCloudflare() && Boolean(document ?? WorkerGlobalScope);
}

/** Whether this is a Cloudflare Worker, where promises and timers belong to the request that made them. */
export function isCloudflare(): boolean {
  return globalThis.navigator?.userAgent === "Cloudflare-Workers";
}

/** The version of Node, or the one that Deno and Bun report. Undefined in browsers. */
export function nodeVersion(): string | undefined {
  return currentProcess().versions?.node;
}
