import { readEnvironment } from "../environment.ts";
import type { Attempt, SinkoveError } from "../errors/sinkove-error.ts";
import type { LogLevel, SinkoveOptions } from "../options.ts";
import { textOf } from "./arguments.ts";
import { harmless } from "./harmless.ts";

/** The attempt and the request that a hook is called for. */
export interface AttemptInfo {
  readonly method: string;
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
}

/** An attempt that is about to be sent. */
export interface RequestInfo extends AttemptInfo {
  /** You may add headers, for example `traceparent`. The key is not included: it is added later. */
  readonly headers: Headers;
}

/** An attempt that got a response. */
export interface ResponseInfo extends AttemptInfo {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  readonly durationMs: number;
}

/** An attempt that got no response. */
export interface ErrorInfo extends AttemptInfo {
  /** A `ConnectionError`, a `TimeoutError` or an `AbortError`. */
  readonly error: SinkoveError;
  readonly durationMs: number;
}

/** An attempt that failed and will be made again. */
export interface RetryInfo extends AttemptInfo {
  /** The outcome of this attempt. */
  readonly failed: Attempt;
  /** Milliseconds until the next attempt. */
  readonly waitMs: number;
}

/** An attempt that has to wait for the rate limit before it is sent. */
export interface WaitInfo extends AttemptInfo {
  /** Milliseconds until the rate limit allows a request; 0 or less if other requests have to end first. */
  readonly waitMs: number;
}

const LEVELS = ["error", "warn", "info", "debug"];

type Hook<Info> = ((info: Info) => void) | undefined;

/**
 * The hooks, including the log; hooks that are not set are absent. An error in a hook ends the call.
 */
export interface Observer
  extends Pick<SinkoveOptions, "onRequest" | "onResponse" | "onError" | "onRetry"> {
  /** Only the log uses it. */
  readonly onWait?: Hook<WaitInfo>;
  /** Wraps a hook of the caller that is not awaited. It is not called as a member, and may reject. */
  readonly hook: <Info>(hook: Hook<Info>) => Hook<Info>;
}

/** Combines the hooks and the log. `clean` hides keys in everything that is written. */
export function createObserver(
  { onRequest, onResponse: tell, onError, onRetry, logLevel, logger }: SinkoveOptions,
  clean: (text: string) => string,
): Observer {
  const name = textOf(logLevel ?? readEnvironment("SINKOVE_LOG")).toLowerCase();
  // One that is not known must not hide errors.
  const levels = name === "off" ? [] : LEVELS.slice(0, LEVELS.indexOf(name) + 1 || 1);
  /** Writes lines of a level, if it is logged. */
  const logAt = (at: LogLevel): ((words: string) => void) | undefined => {
    if (!levels.includes(at)) return undefined;
    return (words) => {
      const line = clean(`[sinkove] ${words}`);
      if (logger?.[at]) logger[at](line);
      else console.error(line);
    };
  };
  const logError = logAt("error");
  const hook: Observer["hook"] = (listener) =>
    listener &&
    ((info) => {
      Promise.resolve(listener(info)).catch((error: unknown) => {
        logError?.(`A hook rejected: ${harmless(error, clean).message}`);
      });
    });
  const logged = <Info extends AttemptInfo>(
    at: LogLevel,
    listener: Hook<Info>,
    say: (info: Info) => string,
  ): Hook<Info> => {
    const told = hook(listener);
    const log = logAt(at);
    if (!log) return told;
    return (info) => {
      log(`${info.method} ${info.url} #${info.attempt} ${say(info)}`);
      told?.(info);
    };
  };
  // A server may send back a key that it received. Headers cannot contain `…`.
  const cleaned = ([name, value]: [string, string]): [string, string] => [
    name,
    clean(value).replaceAll("…", "..."),
  ];
  const onResponse: Observer["onResponse"] =
    tell && ((info) => tell({ ...info, headers: new Headers([...info.headers].map(cleaned)) }));
  return {
    hook,
    onRequest,
    onResponse: logged(
      "debug",
      onResponse,
      ({ status, durationMs, requestId = "-" }) =>
        `${status} in ${durationMs} ms, request ${requestId}`,
    ),
    onWait: logged<WaitInfo>(
      "info",
      undefined,
      ({ waitMs }) => `waits for the rate limit${waitMs > 0 ? `, ${Math.round(waitMs)} ms` : ""}`,
    ),
    onError: logged(
      "warn",
      onError,
      ({ error, durationMs }) => `${error.message} (${durationMs} ms)`,
    ),
    onRetry: logged(
      "info",
      onRetry,
      ({ failed, waitMs }) => `${failed.error ?? failed.status}; again in ${Math.round(waitMs)} ms`,
    ),
  };
}
