import type { Runtime } from "./http/clock.ts";
import type { ErrorInfo, RequestInfo, ResponseInfo, RetryInfo } from "./http/observe.ts";

/** Options of one call. Absent ones are those of the client. */
export interface RequestOptions {
  /** Aborts the call. The reason becomes the `cause` of the `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt, including its wait for the rate limit and its body. 0: no limit. */
  readonly timeout?: number | undefined;
  /** Milliseconds for the whole call: all attempts and the waits between them. 0: no limit. */
  readonly totalTimeout?: number | undefined;
  /** The maximum number of retries. */
  readonly maxRetries?: number | undefined;
  /**
   * The longest wait that the server may ask for, in milliseconds. If it asks for more, the call
   * fails immediately.
   */
  readonly maxRetryWait?: number | undefined;
  /**
   * Identifies a POST, so that the server carries it out once, even if it is sent several times.
   * Default: a random UUID.
   */
  readonly idempotencyKey?: string | undefined;
  /** Sent in addition to the headers of the client. `Authorization` cannot be replaced. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Passed to `fetch`: `{ dispatcher }` in Node, `{ next: { revalidate: 60 } }` in Next.js. */
  readonly fetchOptions?: FetchOptions | undefined;
}

/** Options of `fetch` that the client does not set itself. Some exist in one runtime only. */
export type FetchOptions = Omit<
  RequestInit,
  "method" | "headers" | "body" | "signal" | "redirect"
> &
  Readonly<Record<string, unknown>>;

/** What is logged. Each level includes the previous ones. */
export type LogLevel = "error" | "warn" | "info" | "debug";

/** Where log lines go: `console`, or the logger of a program. */
export type Logger = Readonly<Record<LogLevel, (line: string) => void>>;

/** Options of a client. */
export interface SinkoveOptions
  extends Omit<RequestOptions, "signal" | "idempotencyKey" | "totalTimeout"> {
  /**
   * The API key, or a function that returns the current one. It is called for each attempt, so that
   * a key can be rotated while the program runs. Default: `SINKOVE_API_KEY`.
   */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined;
  /** Default: `SINKOVE_API_URL`, or `https://api.sinkove.com/v1`. */
  readonly baseUrl?: string | undefined;
  /** Default: 60,000 ms. */
  readonly timeout?: number | undefined;
  /** Default: no limit. */
  readonly totalTimeout?: number | undefined;
  /** Default: 2. */
  readonly maxRetries?: number | undefined;
  /** Default: 60,000 ms. */
  readonly maxRetryWait?: number | undefined;
  /** Default: the global `fetch` at the time of the request. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Allows a live key in a browser, where all visitors of the page can read it. Sandbox keys do not
   * need this option.
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * `error`: hooks that reject. `warn`: attempts without a response. `info`: retries, and waits for
   * the rate limit. `debug`: every response. No line contains a secret or a body. Default:
   * `SINKOVE_LOG`, or `error`.
   */
  readonly logLevel?: LogLevel | "off" | undefined;
  /** Default, also for levels that it has no method for: the standard error, by `console.error`. */
  readonly logger?: Logger | undefined;
  /**
   * Called before each attempt, and awaited within its time limit. It may add headers. The key is
   * not among them. An error that it throws ends the call. The other hooks are not awaited. If one
   * rejects, this is logged.
   */
  readonly onRequest?:
    | ((request: RequestInfo) => void)
    | ((request: RequestInfo) => Promise<void>)
    | undefined;
  /** Called for each response, with any status. */
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
  /**
   * Called when an attempt ends without a response: the connection failed, a time limit passed, or
   * it was aborted. Each attempt calls either `onResponse` or `onError`.
   */
  readonly onError?: ((error: ErrorInfo) => void) | undefined;
  /** Called before the wait for the next attempt. */
  readonly onRetry?: ((retry: RetryInfo) => void) | undefined;
  /** Time and randomness, for tests. Default: those of the machine. */
  readonly runtime?: Runtime | undefined;
}
