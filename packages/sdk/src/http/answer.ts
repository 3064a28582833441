import type { Received } from "./exchange.ts";
import type { Outgoing } from "./outgoing.ts";

/** A response whose body was read and parsed. */
export interface Answer {
  /** The parsed JSON; undefined where there is none to come. */
  readonly body: unknown;
  readonly response: Response;
}

/** What is said of JSON that does not parse. */
export const CUT_SHORT = "JSON that is broken or cut short";

/**
 * Parses a success; undefined where the answer is an error, not JSON, or left to the caller. Where it
 * ought to be JSON and does not parse it is `CUT_SHORT`: without a length nothing but the end of the
 * connection says where a body ends, so that one that broke looks like this.
 */
export function answerOf(
  { response, text }: Received,
  { method, isRaw, reading }: Outgoing,
): Answer | typeof CUT_SHORT | undefined {
  const { ok, status, headers } = response;
  const mayBeEmpty = method === "DELETE" || reading?.mayBeEmpty;
  const isEmpty = status === 204 && mayBeEmpty && !isRaw;
  if (isEmpty || (ok && reading?.isUnread)) return { body: undefined, response };
  if (!ok || !text || !isJsonType(headers.get("content-type"))) return undefined;
  try {
    const body: unknown = JSON.parse(text);
    return isRaw ? undefined : { body, response };
  } catch {
    return CUT_SHORT; // the rest is said in refusal.ts, without the parser's words
  }
}

/** Whether a media type is JSON. One that is absent may be. */
export function isJsonType(type: string | null): boolean {
  return type === null || /[/+]json\b/i.test(type);
}

/** The id by which the service's log knows a request; cleaned, since a server can send anything. */
export function requestIdOf(headers: Headers, clean: (text: string) => string): string | undefined {
  return clean(headers.get("x-request-id") ?? "") || undefined;
}

/** Whether an answer sends the client elsewhere (RFC 9110, section 15.4). */
export function isRedirect({ status }: Response): boolean {
  return status > 300 && status < 309;
}
