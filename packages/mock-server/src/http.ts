import type { HttpRequest, HttpResponse } from "@sinkove/api";
import type { NodeHeaders } from "@sinkove/api/node";

/** A request as the API takes it, with what the mock needs to know besides. */
export interface MockRequest extends HttpRequest {
  readonly headers: NodeHeaders;
  /** Aborted as soon as nobody waits for the answer. */
  readonly gone: () => AbortSignal;
}

/** A response as the API gives it, or as a fault has left it. */
export interface MockResponse extends HttpResponse {
  /** Whether its body is slow or will break off: it is written as it comes, part by part. */
  readonly isDamaged?: boolean;
}

/** Answers requests. Undefined where the connection is to be reset. */
export type MockHandler = (request: MockRequest) => Promise<MockResponse | undefined>;

/** The most bytes of a body that are read (1 MiB); an operation of the API may take less. */
export const MAX_BODY_BYTES: number = 1024 * 1024;

/** A header of a response, whose names may be in any case. */
export function headerOf({ headers }: Pick<HttpResponse, "headers">, name: string): string | null {
  for (const own in headers) {
    if (own.length === name.length && own.toLowerCase() === name) return headers[own] ?? null;
  }
  return null;
}

/** Answers with JSON. */
export function json(body: unknown, status = 200): HttpResponse {
  const headers = { "Content-Type": "application/json" };
  return { status, headers, body: JSON.stringify(body) };
}
