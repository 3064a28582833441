import type { HttpRequest } from "../http/messages.ts";

/** What a client says about the request's place in its own system, for the log. */
export interface Correlation {
  /** The trace that the request belongs to: 32 hexadecimal digits. */
  readonly traceId?: string | undefined;
  /** The client's span that made the request: 16 hexadecimal digits. */
  readonly parentId?: string | undefined;
  /** The client's own `X-Request-ID`. */
  readonly clientRequestId?: string | undefined;
}

/** W3C Trace Context, section 3.2: a later version may add fields, version ff and ids of zeros are invalid. */
const TRACE_PARENT =
  /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]{2}(?:-|$)/;
/** The length of version 00, which has no further fields. */
const LENGTH = 55;
/** Any other text is ignored: it would end up in a log. */
const CLIENT_REQUEST_ID = /^[\w.:/+=@-]{1,128}$/;

/** Reads the headers `traceparent` and `X-Request-ID`. Invalid ones are ignored, as Trace Context demands. */
export function readCorrelation({ headers }: Pick<HttpRequest, "headers">): Correlation {
  const traceParent = headers.get("traceparent");
  const requestId = headers.get("x-request-id");
  if (traceParent === null && requestId === null) return NONE;
  const clientRequestId = CLIENT_REQUEST_ID.test(requestId ?? "") ? requestId : undefined;
  return { ...readTraceParent(traceParent ?? ""), clientRequestId: clientRequestId ?? undefined };
}

const NONE: Correlation = {};

function readTraceParent(header: string): Pick<Correlation, "traceId" | "parentId"> {
  const [, version, traceId, parentId] = TRACE_PARENT.exec(header) ?? [];
  if (version === "00" && header.length !== LENGTH) return NONE;
  return { traceId, parentId };
}
