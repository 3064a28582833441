import type { Received } from "./exchange.ts";
import type { Outgoing } from "./outgoing.ts";

/** A response whose body was read and parsed. */
export interface Answer {
  /** The parsed JSON; undefined if the response has none. */
  readonly body: unknown;
  readonly response: Response;
}

/** The error text for JSON that does not parse. */
export const CUT_SHORT = "JSON that is broken or cut short";
/** A proxy, a cache or a shared connection can mix up responses. Only the id shows it. */
const OTHER_ID = "an object with another id than the one that was asked for";

/**
 * Parses the body of a success. Returns undefined if the response is an error, is not JSON, or is left to the caller. A
 * returned string says what is wrong with the body: `CUT_SHORT` if it does not parse. Without a Content-Length, a body
 * ends with the connection, so a broken connection looks like this.
 */
export function answerOf(
  { response, text }: Received,
  { method, isRaw, id, reading }: Outgoing,
): Answer | string | undefined {
  const { ok, status, headers } = response;
  const mayBeEmpty = method === "DELETE" || reading?.mayBeEmpty || reading?.isUntyped;
  const isEmpty = status === 204 && mayBeEmpty && !isRaw;
  if (isEmpty || (ok && reading?.isUnread)) return { body: undefined, response };
  if (!ok || !text || !isJsonType(headers.get("content-type"))) return undefined;
  try {
    const body = JSON.parse(text);
    const fault = reading?.isUntyped ? undefined : faultIn(body, id);
    return isRaw ? undefined : (fault ?? { body, response });
  } catch {
    return CUT_SHORT; // the rest is said in refusal.ts, without the parser's words
  }
}

/** What is wrong with the body of an operation of the contract. */
function faultIn(body: { id?: unknown }, id: string | undefined): string | undefined {
  if (Object(body) !== body) return "JSON that is not an object";
  // UUIDs are the same in either case (RFC 9562).
  return id && `${body.id ?? id}`.toLowerCase() !== id.toLowerCase() ? OTHER_ID : undefined;
}

/** Whether a media type is JSON. One that is absent may be. */
export function isJsonType(type: string | null): boolean {
  return type === null || /[/+]json\b/i.test(type);
}

/** The id of the request in the service's log, without keys, because a server can send any text. */
export function requestIdOf(headers: Headers, clean: (text: string) => string): string | undefined {
  return clean(headers.get("x-request-id") ?? "") || undefined;
}

/** Whether a response is a redirect (RFC 9110, section 15.4). */
export function isRedirect({ status }: Response): boolean {
  return status > 300 && status < 309;
}
