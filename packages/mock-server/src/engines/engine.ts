import type { NodeHeaders } from "@sinkove/api/node";
import type { OperationId, Violation } from "@sinkove/contract";

/** A request as an engine judges it. */
export interface SentRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: NodeHeaders;
  /** Undefined where none was sent. */
  readonly body: string | undefined;
}

/** A response as an engine judges it. */
export interface GivenResponse {
  readonly status: number;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where there is none, or it is no text. */
  readonly body: string | undefined;
}

/**
 * Holds exchanges to the contract. The API has judged each request by itself and refuses those that break the
 * contract, so that an engine need not: what it finds in a request that the API has accepted is a fault of the API.
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
