import { randomUUID } from "node:crypto";

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request",
  408: "Request timeout",
  413: "Content too large",
  431: "Request header fields too large",
  500: "Internal error",
};

/** What went wrong before a request reached the API, in the form of the API's own errors (RFC 9457). */
export function problemOf(status: number, detail: string): { body: string; headers: Headers } {
  const code = status >= 500 ? "INTERNAL_ERROR" : "INVALID_REQUEST";
  const page = code.toLowerCase().replace("_", "-");
  const requestId = randomUUID();
  const type = `https://docs.sinkove.com/errors/${page}`;
  const title = TITLES[status] ?? "Bad request";
  const headers = { "Content-Type": "application/problem+json", "X-Request-ID": requestId };
  const problem = { type, title, status, detail, instance: "/", code, requestId };
  return { body: JSON.stringify(problem), headers: new Headers(headers) };
}
