import type { IHttpRequest } from "@stoplight/prism-http";
import type { MockRequest } from "../http.ts";

/** A request as Prism wants it: the path without `/v1`, the body parsed. */
export interface PrismRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

const BODILESS: ReadonlySet<string> = new Set(["GET", "HEAD", "DELETE"]);

/** Whether a method's body has no meaning here: it is ignored, and so is its type. */
export function isBodiless(method: string): boolean {
  return BODILESS.has(method);
}

/** The scheme's name is case-insensitive (RFC 9110, section 11.1), which Prism does not know. */
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

/** A request in Prism's own shape. */
export function toPrism({ method, path, query, headers, body }: PrismRequest): IHttpRequest {
  const lists = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name);
    return [name, values.length > 1 ? values : (values[0] ?? "")] as const;
  });
  return {
    // HTTP has more methods than Prism's type, and its router answers them with 405.
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path, query: Object.fromEntries(lists) },
    headers: Object.fromEntries(headers),
    body,
  };
}
