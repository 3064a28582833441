import type { ErrorCode } from "@sinkove/contract";
import type { RefusalReason } from "./http/problem.ts";
import type { Correlation } from "./requests/correlation.ts";

/** An entry of the log. Contains no secrets. */
export interface LogEntry extends Correlation {
  readonly level: "info" | "error";
  readonly message: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly operationId?: string | undefined;
  /** The id of the presented key, even if it was refused. */
  readonly apiKeyId?: string | undefined;
  /** The id of the signed-in person. */
  readonly accountId?: string | undefined;
  /**
   * The beginning of a key that is well-formed and unknown, up to four of its random characters.
   */
  readonly keyPrefix?: string | undefined;
  /** The client's address. */
  readonly address?: string | undefined;
  /** The code of the error. */
  readonly code?: ErrorCode | undefined;
  /** Why the request was refused, if the code does not say so. */
  readonly reason?: RefusalReason | undefined;
  readonly status?: number;
  /** From the arrival of the request until its response is ready, in milliseconds. */
  readonly durationMs?: number;
  readonly error?: string;
}
