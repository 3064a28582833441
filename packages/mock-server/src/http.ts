import type { HttpRequest, HttpResponse } from "@sinkove/api";
import type { NodeHeaders } from "@sinkove/api/node";

/** A request in the API's form, with additional data for the mock. */
export interface MockRequest extends HttpRequest {
  readonly headers: NodeHeaders;
  /** Returns a signal that is aborted when the client disconnects. */
  readonly gone: () => AbortSignal;
}

/** A response of the API, possibly changed by a fault. */
export interface MockResponse extends HttpResponse {
  /** Whether a fault slows or truncates the body. Such a body is written chunk by chunk. */
  readonly isDamaged?: boolean;
}

/** Handles requests. Resolves to undefined if the connection is to be reset. */
export type MockHandler = (request: MockRequest) => Promise<MockResponse | undefined>;

/** The maximum size of a request body in bytes (1 MiB). Operations of the API may allow less. */
export const MAX_BODY_BYTES: number = 1024 * 1024;

/** Returns a response header. The names in the response may be in any case; `name` must be in lower case. */
export function headerOf({ headers }: Pick<HttpResponse, "headers">, name: string): string | null {
  for (const own in headers) {
    if (own.length === name.length && own.toLowerCase() === name) return headers[own] ?? null;
  }
  return null;
}

/** Creates a JSON response. */
export function json(body: unknown, status = 200): HttpResponse {
  const headers = { "Content-Type": "application/json" };
  return { status, headers, body: JSON.stringify(body) };
}
