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

/** Tells hooks and log of what goes on; what nobody listens to is absent. What a hook throws ends the call. */
export interface Observer {
  readonly request?: ((info: RequestInfo) => void) | undefined;
  readonly response?: ((info: ResponseInfo) => void) | undefined;
  readonly error?: ((info: ErrorInfo) => void) | undefined;
  readonly retry?: ((info: RetryInfo) => void) | undefined;
}

/** Joins the hooks and the debug log. `clean` hides keys from whatever is written. */
export function createObserver(
  options: SinkoveOptions,
  level: string | undefined,
  clean: (text: string) => string,
): Observer {
  const { onRequest: request, onResponse, onError: error, onRetry: retry } = options;
  const response: Observer["response"] =
    onResponse && ((info) => onResponse({ ...info, headers: cleaned(info.headers, clean) }));
  if (level !== "debug") return { request, response, error, retry };
  const { logger = (line) => console.error(line) } = options;
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
    request,
    response: logged(
      response,
      ({ status, durationMs, requestId = "-" }) =>
        `${status} in ${durationMs} ms, request ${requestId}`,
    ),
    error: logged(error, (told) => `${told.error.message} (${told.durationMs} ms)`),
    retry: logged(
      retry,
      ({ failed, waitMs }) => `${failed.error ?? failed.status}; again in ${Math.round(waitMs)} ms`,
    ),
  };
}

/** A server may send back what it was sent. Headers take no `…`. */
function cleaned(headers: Headers, clean: (text: string) => string): Headers {
  return new Headers(
    [...headers].map(([name, value]) => [name, clean(value).replaceAll("…", "...")]),
  );
}
