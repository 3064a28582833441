import { readTarget } from "@sinkove/api";
import type { NodeHeaders } from "@sinkove/api/node";
import type { JournalEntry } from "./journal.ts";
import { redactBody, redactHeaders, redactText } from "./redaction.ts";

/** An exchange to record, not yet redacted, with the beginnings of its bodies. */
export interface WrittenExchange
  extends Omit<JournalEntry, "sequence" | "at" | "request" | "response"> {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly request: {
    readonly method: string;
    /** The absolute URL. */
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
 * An exchange in a journal. It is redacted only when it is read, since most exchanges never are. {@link entryOf} is the
 * only way out of the journal.
 */
export interface KeptExchange extends WrittenExchange {
  readonly sequence: number;
}

/** Converts an exchange to a redacted journal entry. */
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
    // The pointer to an unknown field contains the field's name, which may be a secret.
    violations: violations.map(({ pointer, detail, ...each }) => ({
      ...each,
      pointer: redactText(pointer),
      detail: redactText(detail),
    })),
  };
}
