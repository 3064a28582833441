import type { NodeHeaders } from "@sinkove/api/node";
import type { OperationId, Violation } from "@sinkove/contract";

/** A request for an engine to validate. */
export interface SentRequest {
  readonly method: string;
  /** The absolute URL. */
  readonly url: string;
  readonly headers: NodeHeaders;
  /** Undefined if the request has no body. */
  readonly body: string | undefined;
}

/** A response for an engine to validate. */
export interface GivenResponse {
  readonly status: number;
  /** The names may be in any case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined if the response has no body, or the body is not text. */
  readonly body: string | undefined;
}

/**
 * Validates requests and responses against the contract. The API itself rejects requests that break the contract, so a
 * violation that an engine finds in an accepted request is a defect of the API.
 */
export interface Engine {
  readonly name: "fast" | "prism";
  readonly judgeRequest: (operationId: OperationId, request: SentRequest) => Violation[];
  readonly judgeResponse: (
    operationId: OperationId,
    response: GivenResponse,
    request: Pick<SentRequest, "method">,
  ) => Violation[];
}
