import { AbortError } from "../errors/client-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";
import type { Runtime } from "./clock.ts";

/** The error for a signal that was aborted; a reason that is an error of this package is returned unchanged. */
function abortErrorOf({ reason }: AbortSignal): SinkoveError {
  return reason instanceof SinkoveError ? reason : new AbortError(reason);
}

/** The limits that can end a piece of work early. */
export interface WithinOptions {
  readonly runtime: Runtime;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; no limit if absent, 0 or infinite. */
  readonly timeout?: number | undefined;
  /** Required with `timeout`. */
  readonly timedOut?: () => SinkoveError;
}

/**
 * Runs `work` within limits. The promise settles in the same turn in which the signal is aborted or
 * the time has passed, even if `work` ignores its signal, and leaves neither a timer nor a
 * listener. Limits nest: a reason that is an error of this package is passed on unchanged.
 */
export function within<T>(
  { runtime, signal, timeout, timedOut }: WithinOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) throw abortErrorOf(signal);
    const controller = new AbortController();
    const stop = (error: SinkoveError) => {
      fail(error);
      controller.abort(error);
    };
    const onAbort = () => stop(abortErrorOf(signal as AbortSignal)); // called by the signal alone
    // First, because it throws if this is not a signal, and a timer would stay.
    signal?.addEventListener("abort", onAbort, { once: true });
    const cancel = timeout && timedOut ? runtime.after(timeout, () => stop(timedOut())) : undefined;
    const release = () => {
      cancel?.();
      signal?.removeEventListener("abort", onAbort);
    };
    const fail = (error: unknown) => {
      release();
      reject(error);
    };
    // Two callbacks instead of `finally`, because each additional promise slows down every request.
    work(controller.signal).then((result) => {
      release();
      resolve(result);
    }, fail);
  });
}
