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
  const { onResponse, logger = (line) => console.error(line) } = options;
  const hooks: Observer = {
    request: options.onRequest,
    response:
      onResponse && ((info) => onResponse({ ...info, headers: cleaned(info.headers, clean) })),
    error: options.onError,
    retry: options.onRetry,
  };
  if (level !== "debug") return hooks;
  const log = ({ method, url, attempt }: AttemptInfo, what: string) =>
    logger(clean(`[sinkove] ${method} ${url} #${attempt} ${what}`));
  return {
    request: hooks.request,
    response(info) {
      log(info, `${info.status} in ${info.durationMs} ms, request ${info.requestId ?? "-"}`);
      hooks.response?.(info);
    },
    error(info) {
      log(info, `${info.error.message} (${info.durationMs} ms)`);
      hooks.error?.(info);
    },
    retry(info) {
      const { status, error } = info.failed;
      log(info, `${status ?? error}; again in ${Math.round(info.waitMs)} ms`);
      hooks.retry?.(info);
    },
  };
}

/** A server may send back what it was sent. Headers take no `…`. */
function cleaned(headers: Headers, clean: (text: string) => string): Headers {
  return new Headers(
    [...headers].map(([name, value]) => [name, clean(value).replaceAll("…", "...")]),
  );
}
