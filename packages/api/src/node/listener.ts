import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Awaitable, andThen, attempt } from "../awaitable.ts";
import type { HttpResponse } from "../http/messages.ts";
import { hostProblem, unreadable } from "./problems.ts";
import {
  createReadRequest,
  type NodeRequest,
  type ReadRequest,
  type ReadRequestOptions,
} from "./read-request.ts";
import { writeResponse } from "./write-response.ts";

/** Both ends of an exchange on Node's HTTP server. */
export interface Wire {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** Options of {@link createListener}. */
export interface ListenerOptions extends ReadRequestOptions {
  /** Handles a request. Returns undefined if it has written the response itself. */
  readonly handle: (request: NodeRequest, wire: Wire) => Awaitable<HttpResponse | undefined>;
  /** Called for each error of the server. The client only sees a 500 or a closed connection, without the reason. */
  readonly onError: (error: unknown, what: "request failed" | "response broke off") => void;
}

/** A listener for Node's HTTP server. It also responds to requests that cannot be read, with the API's problems. */
export function createListener({ handle, onError, ...reading }: ListenerOptions): RequestListener {
  const readRequest = createReadRequest(reading);
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = read(incoming, readRequest);
    return "refusal" in request ? request.refusal : handle(request, { incoming, outgoing });
  };
  const failed = (error: unknown): HttpResponse => {
    onError(error, "request failed");
    return hostProblem("INTERNAL_ERROR", "The server failed. Try again.");
  };
  return (incoming, outgoing) => {
    const response = attempt(() => answer(incoming, outgoing), failed);
    void attempt(
      () => andThen(response, (found) => found && writeResponse(outgoing, found)),
      (error) => onError(error, "response broke off"),
    );
  };
}

function read(
  incoming: IncomingMessage,
  readRequest: ReadRequest,
): NodeRequest | { readonly refusal: HttpResponse } {
  try {
    return readRequest(incoming);
  } catch (error) {
    return { refusal: unreadable(error) };
  }
}
