import type { Attempt } from "../errors/sinkove-error.ts";
import type { SinkoveOptions } from "../options.ts";

/** An attempt that is about to be sent. */
export interface RequestInfo {
  readonly method: string;
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** May be added to, a `traceparent` for example. The key is added later, and is not here. */
  readonly headers: Headers;
}

/** An attempt that was answered. */
export interface ResponseInfo extends Omit<RequestInfo, "headers"> {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  readonly durationMs: number;
}

/** An attempt that failed and will be made again. */
export interface RetryInfo extends Omit<RequestInfo, "headers"> {
  /** What came of this attempt. */
  readonly failed: Attempt;
  /** Milliseconds until the next. */
  readonly waitMs: number;
}

/** Tells hooks and log of what goes on; what nobody listens to is absent. What a hook throws ends the call. */
export interface Observer {
  readonly request?: ((info: RequestInfo) => void) | undefined;
  readonly response?: ((info: ResponseInfo) => void) | undefined;
  readonly retry?: ((info: RetryInfo) => void) | undefined;
}

/** Joins the hooks and the debug log. `clean` hides keys from whatever is written. */
export function createObserver(
  options: SinkoveOptions,
  level: string | undefined,
  clean: (text: string) => string,
): Observer {
  const {
    onRequest: request,
    onResponse,
    onRetry,
    logger = (line) => console.error(line),
  } = options;
  const response =
    onResponse &&
    ((info: ResponseInfo) => onResponse({ ...info, headers: cleaned(info.headers, clean) }));
  const hooks: Observer = { request, response, retry: onRetry };
  if (level !== "debug") return hooks;
  const log = (info: { method: string; url: string; attempt: number }, what: string) =>
    logger(clean(`[sinkove] ${info.method} ${info.url} #${info.attempt} ${what}`));
  return {
    request,
    response(info) {
      log(info, `${info.status} in ${info.durationMs} ms, request ${info.requestId ?? "-"}`);
      response?.(info);
    },
    retry(info) {
      const { status, error } = info.failed;
      log(info, `${status ?? error}; again in ${Math.round(info.waitMs)} ms`);
      onRetry?.(info);
    },
  };
}

/** A server may send back what it was sent. Headers take no `…`. */
function cleaned(headers: Headers, clean: (text: string) => string): Headers {
  return new Headers(
    [...headers].map(([name, value]) => [name, clean(value).replaceAll("…", "...")]),
  );
}
