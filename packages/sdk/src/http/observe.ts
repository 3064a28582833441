import type { Attempt, SinkoveError } from "../errors/sinkove-error.ts";
import type { SinkoveOptions } from "../options.ts";

/** Which attempt of which request a hook is told of. */
export interface AttemptInfo {
  readonly method: string;
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
}

/** An attempt that is about to be sent. */
export interface RequestInfo extends AttemptInfo {
  /** May be added to, a `traceparent` for example. The key is added later, and is not here. */
  readonly headers: Headers;
}

/** An attempt that was answered. */
export interface ResponseInfo extends AttemptInfo {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  readonly durationMs: number;
}

/** An attempt that was not answered. */
export interface ErrorInfo extends AttemptInfo {
  /** A `ConnectionError`, a `TimeoutError` or an `AbortError`. */
  readonly error: SinkoveError;
  readonly durationMs: number;
}

/** An attempt that failed and will be made again. */
export interface RetryInfo extends AttemptInfo {
  /** What came of this attempt. */
  readonly failed: Attempt;
  /** Milliseconds until the next. */
  readonly waitMs: number;
}

/** An attempt that has to wait for the rate limit before it is sent. */
export interface WaitInfo extends AttemptInfo {
  /** Milliseconds until the gate opens; 0 or less while it is other requests that have to end first. */
  readonly waitMs: number;
}

/** Hooks, and the log among them; what nobody listens to is absent. What a hook throws ends the call. */
export interface Observer
  extends Pick<SinkoveOptions, "onRequest" | "onResponse" | "onError" | "onRetry"> {
  /** Only the log listens to it. */
  readonly onWait?: ((wait: WaitInfo) => void) | undefined;
}

/** Joins the hooks and the debug log. `clean` hides keys from whatever is written. */
export function createObserver(
  options: SinkoveOptions,
  level: string | undefined,
  clean: (text: string) => string,
): Observer {
  const { onResponse: tell, logger = (line) => console.error(line) } = options;
  const onRequest = detached(options.onRequest);
  const onError = detached(options.onError);
  const onRetry = detached(options.onRetry);
  // A server may send back what it was sent. Headers take no `…`.
  const cleaned = ([name, value]: [string, string]): [string, string] => [
    name,
    clean(value).replaceAll("…", "..."),
  ];
  const onResponse: Observer["onResponse"] =
    tell && ((info) => tell({ ...info, headers: new Headers([...info.headers].map(cleaned)) }));
  if (level !== "debug") return { onRequest, onResponse, onError, onRetry };
  const logged =
    <Info extends AttemptInfo>(
      hook: ((info: Info) => void) | undefined,
      say: (info: Info) => string,
    ) =>
    (info: Info) => {
      logger(clean(`[sinkove] ${info.method} ${info.url} #${info.attempt} ${say(info)}`));
      hook?.(info);
    };
  return {
    onRequest,
    onResponse: logged(
      onResponse,
      ({ status, durationMs, requestId = "-" }) =>
        `${status} in ${durationMs} ms, request ${requestId}`,
    ),
    onWait: logged<WaitInfo>(
      undefined,
      ({ waitMs }) => `waits for the rate limit${waitMs > 0 ? `, ${Math.round(waitMs)} ms` : ""}`,
    ),
    onError: logged(onError, ({ error, durationMs }) => `${error.message} (${durationMs} ms)`),
    onRetry: logged(
      onRetry,
      ({ failed, waitMs }) => `${failed.error ?? failed.status}; again in ${Math.round(waitMs)} ms`,
    ),
  };
}

/** The hook as a function that may be called as a member; a function of the caller's may not. */
function detached<Info>(hook: ((info: Info) => void) | undefined) {
  return hook && ((info: Info) => hook(info));
}
