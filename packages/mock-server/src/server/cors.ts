/** What a page may read of a response, beyond what every page may. */
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
].join(", ");

/** Whether a browser asks what a page may do, before it does it. */
export function isPreflight({ method, headers }: Request): boolean {
  return (
    method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method")
  );
}

/** Any page may call the API, since it is a sandbox, and none with the cookies of its visitor. */
export function preflightResponse({ headers }: Request): Response {
  const asksForLocal = headers.get("access-control-request-private-network") === "true";
  return new Response(null, {
    status: 204,
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, HEAD, POST, PATCH, DELETE",
      "Access-Control-Allow-Headers": ALLOWED,
      "Access-Control-Max-Age": "600",
      ...(asksForLocal ? { "Access-Control-Allow-Private-Network": "true" } : {}),
    },
  });
}

/** What a response to a page has besides. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": EXPOSED,
};
