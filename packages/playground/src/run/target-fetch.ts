import type { RequestNote } from "./protocol.ts";

type Fetch = typeof globalThis.fetch;

/** Options of {@link createTargetFetch}. */
export interface TargetFetchOptions {
  /** Requests go to addresses below this one only. */
  readonly target: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly onRequest: (note: RequestNote) => void;
}

/** Whether an address belongs to the target: its origin, and its path or one below it. */
export function isWithin(url: URL, target: string): boolean {
  const { origin, pathname } = new URL(target);
  const path = pathname.replace(/\/$/, "");
  return url.origin === origin && (url.pathname === path || url.pathname.startsWith(`${path}/`));
}

/** Says why an address is not reached. */
export function refusalOf(url: URL, target: string): string {
  return `${url.origin}${url.pathname} is not reached from here: programs in this page speak with ${target} only. Another target can be chosen above.`;
}

/** A `fetch` that reaches the target alone, and tells of each request. */
export function createTargetFetch(options: TargetFetchOptions): Fetch {
  return async (input, init) => {
    const request = requestOf(input, init);
    const url = new URL(request.url);
    if (!isWithin(url, options.target)) throw new TypeError(refusalOf(url, options.target));
    // Browsers do not let it be set; and a header more would have to be allowed by the other side.
    request.headers.delete("user-agent");
    const started = options.now();
    let status = 0;
    try {
      const response = await options.fetch(request);
      ({ status } = response);
      return response;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      // Without the browser's error as its cause: that one says "Failed to fetch", and nothing else.
      throw new TypeError(`No response from ${url.origin}`);
    } finally {
      const milliseconds = options.now() - started;
      const { method } = request;
      options.onRequest({ method, path: url.pathname + url.search, status, milliseconds });
    }
  };
}

/** Never a Request as another's init: its body would become a stream. */
function requestOf(input: RequestInfo | URL, init: RequestInit | undefined): Request {
  return input instanceof Request && init === undefined ? input : new Request(input, init);
}
