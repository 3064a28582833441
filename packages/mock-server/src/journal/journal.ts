import type { OperationId, Violation } from "@sinkove/contract";

/** A violation of the contract by a request or a response. */
export interface JudgedViolation extends Violation {
  readonly in: "request" | "response";
}

/** One exchange. Secrets are redacted: keys, cookies, and the tokens of download URLs and invitations. */
export interface JournalEntry {
  /** The number of the exchange in its world, from 1. */
  readonly sequence: number;
  /** The start time on the world's clock (RFC 3339). */
  readonly at: string;
  /** The duration in milliseconds of real time. */
  readonly durationMs: number;
  /** Undefined if the request matches no operation of the contract. */
  readonly operationId?: OperationId | undefined;
  readonly requestId?: string | undefined;
  /** The id of the presented key, if the world issued it. */
  readonly apiKeyId?: string | undefined;
  /** The id of the person whose session was presented, unless the session had ended. */
  readonly accountId?: string | undefined;
  /** The source of the response: the API, Prism for a request with `Prefer`, or a fault. */
  readonly answeredBy: "api" | "prism" | "fault";
  readonly request: JournalMessage & { readonly method: string; readonly path: string };
  /** Undefined if the connection was reset. */
  readonly response?: (JournalMessage & { readonly status: number }) | undefined;
  /** The violations for which the request was refused, and those in the response. */
  readonly violations: readonly JudgedViolation[];
  readonly fault?: JournalFault | undefined;
}

/** The headers and the body of a request or a response. A long body is truncated. */
export interface JournalMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The fault that was applied to an exchange. */
export interface JournalFault {
  readonly id: string;
  readonly action: string;
  /** How long the response was delayed, in milliseconds. */
  readonly waitedMs: number;
}

/** Selects journal entries. */
export interface JournalFilter {
  readonly operationId?: string | undefined;
  /** A status such as 429, or a class such as `4xx`. */
  readonly status?: number | string | undefined;
  /** Only exchanges with violations in the request, in the response, or in either. */
  readonly violations?: "request" | "response" | "any" | undefined;
  /** Only exchanges to which a fault was applied. */
  readonly faults?: boolean | undefined;
  /** Only entries after this sequence number. */
  readonly after?: number | undefined;
}

/** The exchanges of a world, oldest first. Only the last thousand are kept. */
export interface Journal {
  /** @throws {MockError} if the filter has an `operationId` that the contract does not have */
  list(filter?: JournalFilter): readonly JournalEntry[];
  clear(): void;
  /**
   * Checks that no response has broken the contract since the journal was last cleared.
   *
   * @throws {ContractBrokenError} with the exchanges whose responses broke the contract
   */
  check(): void;
}
