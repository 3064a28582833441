import { readTarget } from "@sinkove/api";
import type { NodeHeaders } from "@sinkove/api/node";
import type { JournalEntry } from "./journal.ts";
import { redactBody, redactHeaders, redactText } from "./redaction.ts";

/** What a journal is given of an exchange, as it was sent, with the beginnings of its bodies. */
export interface WrittenExchange
  extends Omit<JournalEntry, "sequence" | "at" | "request" | "response"> {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly request: {
    readonly method: string;
    /** Absolute. */
    readonly url: string;
    readonly headers: NodeHeaders;
    readonly body: string | undefined;
  };
  readonly response:
    | {
        readonly status: number;
        readonly headers: Readonly<Record<string, string>>;
        readonly body: string | undefined;
      }
    | undefined;
}

/**
 * An exchange in a journal. Most are never read, so that nothing is redacted before: it leaves the journal as an
 * entry and in no other way.
 */
export interface KeptExchange extends WrittenExchange {
  readonly sequence: number;
}

/** What may be told of an exchange. */
export function entryOf({
  sequence,
  at,
  request,
  response,
  violations,
  ...facts
}: KeptExchange): JournalEntry {
  const { method, url, headers, body } = request;
  const { pathname, search } = readTarget(url);
  return {
    sequence,
    ...facts,
    at: new Date(at).toISOString(),
    request: {
      method,
      path: redactText(pathname + search),
      headers: redactHeaders(headers.entries()),
      body: body === undefined ? undefined : redactBody(body),
    },
    response: response && {
      status: response.status,
      headers: redactHeaders(Object.entries(response.headers)),
      body: response.body === undefined ? undefined : redactBody(response.body),
    },
    // A member that the contract does not know is pointed at by its name, whatever that is.
    violations: violations.map(({ pointer, detail, ...each }) => ({
      ...each,
      pointer: redactText(pointer),
      detail: redactText(detail),
    })),
  };
}
