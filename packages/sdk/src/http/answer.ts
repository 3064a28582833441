import type { Received } from "./exchange.ts";
import type { Outgoing } from "./outgoing.ts";

/** A success, with its parsed body. */
export interface Answer extends Received {
  /** Undefined if the response has none, or if it is left to the caller. */
  readonly body: unknown;
}

/** JSON that does not parse. Without a Content-Length, the end of a connection ends a body, so it may be broken. */
export const CUT_SHORT = "JSON that is broken or cut short";

/**
 * Parses a response whose status is below 400. Returns a text that says what is wrong with it, if it is not what the
 * operation promises. Returns undefined for a status of 400 or more.
 */
export function answerOf(
  received: Received,
  { method, id, reading }: Outgoing,
): Answer | string | undefined {
  const { response, text } = received;
  const { ok, status, headers } = response;
  if (status >= 400) return undefined;
  if (!ok) {
    // A page is not told where a redirect leads.
    const target = headers.get("location")?.split("?")[0] ?? "nowhere known";
    return `a redirect to ${target}, which leaves the origin, changes the method or loops`;
  }
  const isEmpty = status === 204 && (method === "DELETE" || reading.mayBeEmpty);
  if (isEmpty || reading.isUnread) return { ...received, body: undefined };
  if (!text) return "an empty body";
  const type = headers.get("content-type");
  if (!isJsonType(type)) return `${type?.split(";")[0]} instead of JSON`;
  try {
    const body = JSON.parse(text);
    if (!reading.isUntyped && Object(body) !== body) return "JSON that is not an object";
    // A proxy, a cache or a shared connection can mix up responses. UUIDs are the same in either case (RFC 9562).
    if (id && `${body.id ?? id}`.toLowerCase() !== id.toLowerCase())
      return "another id than the one that was asked for";
    return { response, text, body };
  } catch {
    return CUT_SHORT;
  }
}

/** Whether a media type is JSON. One that is absent may be. */
export function isJsonType(type: string | null): boolean {
  return type === null || /[/+]json\b/i.test(type);
}

/** Whether a response is a redirect (RFC 9110, section 15.4). */
export function isRedirect({ status }: Response): boolean {
  return status > 300 && status < 309;
}
