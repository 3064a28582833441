import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { HttpRequest, HttpResponse } from "../http.ts";
import { unreadable } from "./problems.ts";
import { readRequest } from "./read-request.ts";
import { writeResponse } from "./write-response.ts";

/** Both ends of an exchange on Node's HTTP server. */
export interface Wire {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** Options of {@link createListener}. */
export interface ListenerOptions {
  /** Never rejects. Undefined where it has dealt with the wire itself. */
  readonly handle: (request: HttpRequest, wire: Wire) => Promise<HttpResponse | undefined>;
  /** Told why the body of a response broke off: the client sees a closed connection, and no reason. */
  readonly onBroken?: (error: unknown) => void;
}

/** A listener of Node's HTTP server that answers as the API does, also to what is no request. */
export function createListener({ handle, onBroken }: ListenerOptions): RequestListener {
  return async (incoming, outgoing) => {
    const request = read(incoming);
    const response =
      "refusal" in request ? request.refusal : await handle(request, { incoming, outgoing });
    if (response) await writeResponse(outgoing, response).catch((error) => onBroken?.(error));
  };
}

function read(incoming: IncomingMessage): HttpRequest | { readonly refusal: HttpResponse } {
  try {
    return readRequest(incoming);
  } catch (error) {
    return { refusal: unreadable(error) };
  }
}
