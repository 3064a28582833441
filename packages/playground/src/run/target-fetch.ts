import type { RequestNote } from "./protocol.ts";

type Fetch = typeof globalThis.fetch;

/** Options of {@link createTargetFetch}. */
export interface TargetFetchOptions {
  /** The URL that all requests must be at or below. */
  readonly target: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly onRequest: (note: RequestNote) => void;
}

/** Whether a URL belongs to the target: it has the same origin, and its path is the target's or below it. */
export function isWithin(url: URL, target: string): boolean {
  const { origin, pathname } = new URL(target);
  const path = pathname.replace(/\/$/, "");
  return url.origin === origin && (url.pathname === path || url.pathname.startsWith(`${path}/`));
}

/** Returns the message for a URL that does not belong to the target. */
export function refusalOf(url: URL, target: string): string {
  return `${url.origin}${url.pathname} cannot be reached: programs in this page can only send requests to ${target}. You can choose another target above.`;
}

/** Creates a `fetch` that only reaches the target, and reports each request. */
export function createTargetFetch(options: TargetFetchOptions): Fetch {
  return async (input, init) => {
    const request = requestOf(input, init);
    const url = new URL(request.url);
    if (!isWithin(url, options.target)) throw new TypeError(refusalOf(url, options.target));
    // Some browsers ignore this header. Others send it, and then CORS would require the server to allow it.
    request.headers.delete("user-agent");
    const started = options.now();
    let status = 0;
    try {
      const response = await options.fetch(request);
      ({ status } = response);
      return response;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      // The browser's error is not the cause, because it only says "Failed to fetch".
      throw new TypeError(`No response from ${url.origin}`);
    } finally {
      const milliseconds = options.now() - started;
      const { method } = request;
      options.onRequest({ method, path: url.pathname + url.search, status, milliseconds });
    }
  };
}

/** Avoids passing a Request to the constructor without need, because that turns its body into a stream. */
function requestOf(input: RequestInfo | URL, init: RequestInit | undefined): Request {
  return input instanceof Request && init === undefined ? input : new Request(input, init);
}
