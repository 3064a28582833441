import { ConfigurationError } from "../errors/client-errors.ts";
import type { FetchOptions } from "../options.ts";

type Fetch = typeof globalThis.fetch;

/**
 * The `fetch` of a client: the one that was passed, or the global one as it is when a request is sent,
 * so that one that is patched later (by a tracer, a test) is used. It is never called as a member of an
 * object, which browsers and Workers refuse. No answer comes from a cache: Next.js 14 keeps every one.
 */
export function createFetch(passed: Fetch | undefined, options?: FetchOptions): Fetch {
  return (input, init) => {
    const fetch = passed ?? globalThis.fetch;
    if (!fetch) throw new ConfigurationError("This runtime has no fetch. Pass one: { fetch }.");
    // Workers throw for a `cache` that they do not know.
    const knowsCache = "cache" in (globalThis.Request?.prototype ?? {});
    return fetch(input, { ...(knowsCache && { cache: "no-store" }), ...options, ...init });
  };
}
