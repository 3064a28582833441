import { ConfigurationError } from "../errors/client-errors.ts";
import type { FetchOptions } from "../options.ts";

type Fetch = typeof globalThis.fetch;

/**
 * The `fetch` of a client: the one that was passed, or the global one at the time of the request, so that later patches
 * (by a tracer or a test) apply. It is never called as a member of an object, which browsers and Workers refuse.
 * Caching is disabled, because Next.js 14 caches every response.
 */
export function createFetch(passed: Fetch | undefined, options?: FetchOptions): Fetch {
  return (input, init) => {
    const fetch = passed ?? globalThis.fetch;
    if (!fetch) throw new ConfigurationError("This runtime has no fetch. Pass one: { fetch }.");
    // Workers without support for `cache` throw if it is set.
    const knowsCache = "cache" in (globalThis.Request?.prototype ?? {});
    return fetch(input, { ...(knowsCache && { cache: "no-store" }), ...options, ...init });
  };
}
