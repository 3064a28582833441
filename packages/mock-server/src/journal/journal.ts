import type { OperationId, Violation } from "@sinkove/contract";

/** A violation, and of what. */
export interface JudgedViolation extends Violation {
  readonly in: "request" | "response";
}

/** One exchange. Secrets are redacted: keys, cookies, and the tokens of download URLs and invitations. */
export interface JournalEntry {
  /** Counts the exchanges of the world from 1. */
  readonly sequence: number;
  /** When it began, on the world's clock (RFC 3339). */
  readonly at: string;
  /** How long it took, in milliseconds of real time. */
  readonly durationMs: number;
  /** Undefined where the contract has no such operation. */
  readonly operationId?: OperationId | undefined;
  readonly requestId?: string | undefined;
  /** Of the key that was presented, where the world has issued it. */
  readonly apiKeyId?: string | undefined;
  /** Of the person whose session was presented, unless it had ended. */
  readonly accountId?: string | undefined;
  /** Who answered: the API, Prism for a `Prefer`, or a fault in their place. */
  readonly answeredBy: "api" | "prism" | "fault";
  readonly request: JournalMessage & { readonly method: string; readonly path: string };
  /** Undefined where the connection was reset. */
  readonly response?: (JournalMessage & { readonly status: number }) | undefined;
  /** What the request was refused for, and in what the response broke the contract. */
  readonly violations: readonly JudgedViolation[];
  readonly fault?: JournalFault | undefined;
}

/** Headers and body of a request or a response; a long body is cut. */
export interface JournalMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The fault that met an exchange. */
export interface JournalFault {
  readonly id: string;
  readonly action: string;
  /** How long the answer was held back, in milliseconds. */
  readonly waitedMs: number;
}

/** Which entries to list. */
export interface JournalFilter {
  readonly operationId?: string | undefined;
  /** A status such as 429, or a class such as `4xx`. */
  readonly status?: number | string | undefined;
  /** Only exchanges with violations: of the request, of the response, or of any. */
  readonly violations?: "request" | "response" | "any" | undefined;
  /** Only exchanges that a fault met. */
  readonly faults?: boolean | undefined;
  /** Only entries after this sequence number. */
  readonly after?: number | undefined;
}

/** What happened in a world, oldest first; only the last thousand exchanges are kept. */
export interface Journal {
  list(filter?: JournalFilter): readonly JournalEntry[];
  clear(): void;
  /**
   * Checks that no response broke the contract since the journal was cleared.
   *
   * @throws {ContractBrokenError} with the violations, where one did
   */
  check(): void;
}
