import type { Runtime } from "./http/clock.ts";
import type { ErrorInfo, RequestInfo, ResponseInfo, RetryInfo } from "./http/observe.ts";

/** Options of one call; those that are absent are the client's. */
export interface RequestOptions {
  /** Ends the call; the reason becomes the `cause` of the `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt, from its wait for the rate limit to the end of the body. 0: no limit. */
  readonly timeout?: number | undefined;
  /** Milliseconds for the whole call: all attempts and the waits between them. 0: no limit. */
  readonly totalTimeout?: number | undefined;
  /** How often a request is sent again. */
  readonly maxRetries?: number | undefined;
  /** The longest wait, in milliseconds, that the server may ask for; past it the call fails at once. */
  readonly maxRetryWait?: number | undefined;
  /** Names a POST, so that the server does it once however often it is sent. Default: a random UUID. */
  readonly idempotencyKey?: string | undefined;
  /** Sent besides the client's own; `Authorization` is not among what can be replaced. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Passed to `fetch`: `{ dispatcher }` in Node, `{ next: { revalidate: 60 } }` in Next.js. */
  readonly fetchOptions?: FetchOptions | undefined;
}

/** Options of `fetch` besides those that the client sets itself. Runtimes have some of their own. */
export type FetchOptions = Omit<
  RequestInit,
  "method" | "headers" | "body" | "signal" | "redirect"
> &
  Readonly<Record<string, unknown>>;

/** How much is logged: each level includes those before it. */
export type LogLevel = "error" | "warn" | "info" | "debug";

/** Where log lines go: `console`, or the logger of a program. */
export type Logger = Readonly<Record<LogLevel, (line: string) => void>>;

/** Options of a client. */
export interface SinkoveOptions
  extends Omit<RequestOptions, "signal" | "idempotencyKey" | "totalTimeout"> {
  /**
   * The API key, or a function that returns the one to use now: it is called for each attempt, so
   * that a key can be rotated while the program runs. Default: `SINKOVE_API_KEY`.
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
  /** Default: the global `fetch`, as it is when a request is sent. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Allows a live key in a browser, where everyone who opens the page can read it. Sandbox keys need no
   * permission.
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * `error`: a hook of yours that rejects. `warn`: attempts without a response. `info`: retries, and
   * waits for the rate limit. `debug`: every response. No line has a secret or a body. Default:
   * `SINKOVE_LOG`, or `error`.
   */
  readonly logLevel?: LogLevel | "off" | undefined;
  /** Default: the standard error, by `console.error`. */
  readonly logger?: Logger | undefined;
  /**
   * Called before each attempt, and awaited within its time limit. Headers may be added; the key is
   * not among them. What it throws ends the call. The other hooks are not awaited: one that rejects
   * is logged.
   */
  readonly onRequest?:
    | ((request: RequestInfo) => void)
    | ((request: RequestInfo) => Promise<void>)
    | undefined;
  /** Called when an answer has come in, whatever its status. */
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
  /**
   * Called when an attempt ends without an answer: the connection failed, time ran out, or it was
   * aborted. Each attempt that is sent comes to one of `onResponse` and `onError`.
   */
  readonly onError?: ((error: ErrorInfo) => void) | undefined;
  /** Called before the wait that precedes another attempt. */
  readonly onRetry?: ((retry: RetryInfo) => void) | undefined;
  /** Time and chance, for tests. Default: those of the machine. */
  readonly runtime?: Runtime | undefined;
}
