import type { OperationId } from "@sinkove/contract";

/** A range in milliseconds, including both ends. */
export interface LatencyRange {
  readonly from: number;
  readonly to: number;
}

/** The effect of a fault on an exchange. */
export type FaultAction =
  /** Delays the response. */
  | {
      readonly action: "latency";
      /** With a range, each response gets a latency from it, drawn from the world's seed. */
      readonly milliseconds: number | LatencyRange;
    }
  /** Responds with a problem document with this status, without calling the API. */
  | {
      readonly action: "status";
      readonly status: number;
      /** Default: the first code that the contract declares for the status. */
      readonly code?: string | undefined;
      readonly retryAfterSeconds?: number | undefined;
    }
  /** Resets the connection: before the API is called, or after it, so that the API's response is lost. */
  | { readonly action: "reset"; readonly at?: "request" | "response" | undefined }
  /** Truncates the body. Default: after half of it. */
  | { readonly action: "truncate"; readonly afterBytes?: number | undefined }
  /** Sends the body slowly. */
  | { readonly action: "slow-body"; readonly bytesPerSecond: number };

/** The exchanges that a fault applies to. */
export interface FaultTrigger {
  /** Default: any operation. */
  readonly operationId?: OperationId | undefined;
  /** Applies from this exchange on, counted from 1 since the rule was added. Cannot be combined with `probability`. */
  readonly nth?: number | undefined;
  /** The probability from 0 to 1, drawn from the world's seed. */
  readonly probability?: number | undefined;
  /** How often the fault applies at most. Default: once with `nth`, otherwise no limit. */
  readonly times?: number | undefined;
}

/** A fault to inject. */
export type FaultRule = FaultTrigger & FaultAction;

/** A rule with its counters. */
export type ActiveFaultRule = FaultRule & {
  readonly id: string;
  /** How many exchanges the rule was evaluated for. */
  readonly seen: number;
  /** How many exchanges the rule was applied to. */
  readonly applied: number;
};
