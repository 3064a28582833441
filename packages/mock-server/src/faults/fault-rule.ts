import type { OperationId } from "@sinkove/contract";

/** Milliseconds, both ends included. */
export interface LatencyRange {
  readonly from: number;
  readonly to: number;
}

/** What happens to an exchange. */
export type FaultAction =
  /** The answer comes late. */
  | {
      readonly action: "latency";
      /** A range gives each response its own latency; which, follows from the world's seed. */
      readonly milliseconds: number | LatencyRange;
    }
  /** Another answer is given: a problem with this status, and the API is not asked. */
  | {
      readonly action: "status";
      readonly status: number;
      /** Default: the first that the contract declares for that status. */
      readonly code?: string | undefined;
      readonly retryAfterSeconds?: number | undefined;
    }
  /** The connection is reset: before the API is asked, or once it has done its work and its answer is lost. */
  | { readonly action: "reset"; readonly at?: "request" | "response" | undefined }
  /** The body breaks off. Default: after half of it. */
  | { readonly action: "truncate"; readonly afterBytes?: number | undefined }
  /** The body comes slowly. */
  | { readonly action: "slow-body"; readonly bytesPerSecond: number };

/** When it happens. */
export interface FaultTrigger {
  /** Default: any operation. */
  readonly operationId?: OperationId | undefined;
  /** From this exchange on, counted from 1 as the rule was made. Not together with `probability`. */
  readonly nth?: number | undefined;
  /** By chance, from 0 to 1; the chances follow from the world's seed. */
  readonly probability?: number | undefined;
  /** How often at most. Default: once with `nth`, otherwise without end. */
  readonly times?: number | undefined;
}

/** A fault that is to happen. */
export type FaultRule = FaultTrigger & FaultAction;

/** A rule, and what has become of it. */
export type ActiveFaultRule = FaultRule & {
  readonly id: string;
  /** How many exchanges it was asked about. */
  readonly seen: number;
  /** How many of them it has met. */
  readonly applied: number;
};
