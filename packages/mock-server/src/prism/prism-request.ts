import type { IHttpRequest } from "@stoplight/prism-http";
import type { MockRequest } from "../http.ts";

/** A request for Prism: the path without `/v1`, and the parsed body. */
export interface PrismRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

const BODILESS: ReadonlySet<string> = new Set(["GET", "HEAD", "DELETE"]);

/** Whether the API ignores the body of a method, and its media type. */
export function isBodiless(method: string): boolean {
  return BODILESS.has(method);
}

/** Adapts headers for Prism, which is case-sensitive about the scheme name `Bearer`, unlike RFC 9110, section 11.1. */
export function headersForPrism({
  method,
  headers: sent,
}: Pick<MockRequest, "method" | "headers">): Headers {
  const headers = new Headers(sent.entries());
  if (isBodiless(method)) {
    headers.delete("content-type");
    headers.delete("content-length");
  }
  const credentials = headers.get("authorization")?.replace(/^bearer +/i, "Bearer ");
  if (credentials) headers.set("authorization", credentials);
  return headers;
}

/** Converts a request to Prism's type. */
export function toPrism({ method, path, query, headers, body }: PrismRequest): IHttpRequest {
  const lists = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name);
    return [name, values.length > 1 ? values : (values[0] ?? "")] as const;
  });
  return {
    // HTTP has more methods than Prism's type. Prism's router answers the others with 405.
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path, query: Object.fromEntries(lists) },
    headers: Object.fromEntries(headers),
    body,
  };
}
