import type { Received } from "./exchange.ts";
import type { Outgoing } from "./outgoing.ts";

/** A response whose body was read and parsed. */
export interface Answer {
  /** The parsed JSON; undefined where there is none to come. */
  readonly body: unknown;
  readonly response: Response;
}

/** Parses a success; undefined where the answer is an error, or not the JSON that it ought to be. */
export function answerOf({ response, text }: Received, request: Outgoing): Answer | undefined {
  const { ok, status, headers } = response;
  if (!ok || request.isRaw || text === undefined) return undefined;
  if (status === 204 && request.method === "DELETE") return { body: undefined, response };
  if (!isJsonType(headers.get("content-type"))) return undefined;
  try {
    return { body: JSON.parse(text), response };
  } catch {
    return undefined; // what is said of it is made in refusal.ts, without the parser's words
  }
}

/** Whether a media type is JSON. One that is absent may be. */
export function isJsonType(type: string | null): boolean {
  return type === null || /[/+]json\b/i.test(type);
}

/** The id by which the service's log knows a request; cleaned, since a server can send anything. */
export function requestIdOf(headers: Headers, clean: (text: string) => string): string | undefined {
  const id = headers.get("x-request-id");
  return id ? clean(id) : undefined;
}

/** Whether an answer sends the client elsewhere (RFC 9110, section 15.4). */
export function isRedirect({ status }: Response): boolean {
  return status > 300 && status < 309;
}
