import { operations } from "@sinkove/contract/operations";
import type { HttpRequest, HttpResponse } from "../http/messages.ts";

/** The response headers that pages may read, besides those that CORS always allows. */
const EXPOSED = [
  "X-Request-ID",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "Link",
  "Location",
  "X-Total-Count",
  "Idempotent-Replayed",
  "Deprecation",
  "Sunset",
  "WWW-Authenticate",
  "Repr-Digest",
  "ETag",
  "Accept-Ranges",
  "Content-Range",
  "Content-Disposition",
].join(",");

const METHODS = [
  ...new Set(["GET", "HEAD", ...Object.values(operations).map(({ method }) => method)]),
].join(", ");

const ALLOWED = [
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "Prefer",
  "Range",
  "If-Range",
  "If-None-Match",
  "X-Request-ID",
].join(",");

/** Which pages may call the API. */
export interface CorsOptions {
  /** Their origins, or `*` for all. */
  readonly origins: "*" | readonly string[];
}

/** The protocol by which browsers ask what a page may do (fetch.spec.whatwg.org, "CORS protocol"). */
export interface Cors {
  /** The response to a preflight; undefined for every other request. */
  readonly preflight: (request: HttpRequest) => HttpResponse | undefined;
  /** Additional headers of the response to the request. */
  readonly headersFor: (request: HttpRequest) => Readonly<Record<string, string>>;
}

/** Pages may not send cookies: the API accepts only keys from other origins. */
export function createCors({ origins }: CorsOptions): Cors {
  const originFor = ({ headers }: HttpRequest): Readonly<Record<string, string>> => {
    if (origins === "*") return { "Access-Control-Allow-Origin": "*" };
    const origin = headers.get("origin");
    const isListed = origin !== null && origins.includes(origin);
    // A cache must not give one origin the response for another.
    const vary = { Vary: "Origin" };
    return isListed ? { ...vary, "Access-Control-Allow-Origin": origin } : vary;
  };
  return {
    preflight: (request) =>
      isPreflight(request)
        ? {
            status: 204,
            headers: { ...preflightHeaders(request), ...originFor(request) },
            body: null,
          }
        : undefined,
    headersFor: (request) => {
      if (request.headers.get("origin") === null) return origins === "*" ? {} : originFor(request);
      return { ...originFor(request), "Access-Control-Expose-Headers": EXPOSED };
    },
  };
}

function isPreflight({ method, headers }: HttpRequest): boolean {
  const isAsked = headers.get("access-control-request-method") !== null;
  return method === "OPTIONS" && headers.get("origin") !== null && isAsked;
}

function preflightHeaders({ headers }: HttpRequest): Record<string, string> {
  const asksForLocal = headers.get("access-control-request-private-network") === "true";
  return {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": ALLOWED,
    "Access-Control-Max-Age": "600",
    ...(asksForLocal ? { "Access-Control-Allow-Private-Network": "true" } : {}),
  };
}
