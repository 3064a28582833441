import { AbortError } from "../errors/client-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";

/** The error for a signal that was aborted; a reason that is an error of ours is that error. */
export function abortErrorOf({ reason }: AbortSignal): SinkoveError {
  return reason instanceof SinkoveError ? reason : new AbortError(reason);
}
