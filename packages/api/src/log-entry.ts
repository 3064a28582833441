import type { ErrorCode } from "@sinkove/contract";
import type { RefusalReason } from "./http/problem.ts";
import type { Correlation } from "./requests/correlation.ts";

/** Something worth a line in the log; holds no secret. */
export interface LogEntry extends Correlation {
  readonly level: "info" | "error";
  readonly message: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly operationId?: string | undefined;
  /** Of the key that was presented, also if it was refused. */
  readonly apiKeyId?: string | undefined;
  /** Of the person who was signed in. */
  readonly accountId?: string | undefined;
  /**
   * The beginning of a key that is well-formed and unknown, up to four of its random characters.
   */
  readonly keyPrefix?: string | undefined;
  /** The client's. */
  readonly address?: string | undefined;
  /** Of the error. */
  readonly code?: ErrorCode | undefined;
  /** What refused the request, if the code does not say it. */
  readonly reason?: RefusalReason | undefined;
  readonly status?: number;
  /** From the arrival of the request until its response is ready, in milliseconds. */
  readonly durationMs?: number;
  readonly error?: string;
}
