import type { InvalidApiKeyReason } from "@sinkove/contract";
import { BRAND, SinkoveError } from "./sinkove-error.ts";

/**
 * The configuration of the client is not valid: its key, its URL, or the runtime. Nothing was sent.
 */
export class ConfigurationError extends SinkoveError<"CONFIGURATION"> {
  /** @internal */
  static override readonly [BRAND]: string = "ConfigurationError";
  /** The fault of the API key, if the key is at fault. */
  readonly reason: InvalidApiKeyReason | undefined;

  constructor(message: string, reason?: InvalidApiKeyReason, options?: ErrorOptions) {
    super("CONFIGURATION", message, options);
    this.reason = reason;
  }
}

/** An argument is not valid, such as an id with a slash. Nothing was sent. */
export class ArgumentError extends SinkoveError<"INVALID_ARGUMENT"> {
  /** @internal */
  static override readonly [BRAND]: string = "ArgumentError";

  constructor(message: string, options?: ErrorOptions) {
    super("INVALID_ARGUMENT", message, options);
  }
}

/**
 * No response arrived: no network, a refused or broken connection, or a certificate that is not
 * trusted. `cause` has the reason.
 */
export class ConnectionError extends SinkoveError<"CONNECTION_FAILED"> {
  /** @internal */
  static override readonly [BRAND]: string = "ConnectionError";
  /** False if another attempt would fail too: the server's certificate is not trusted. */
  readonly isTransient: boolean;
  /** True if there was no connection: the server has not received the request. Browsers do not tell: false there. */
  readonly notSent: boolean;

  constructor(message: string, options: ErrorOptions = {}, isTransient = true, notSent = false) {
    super("CONNECTION_FAILED", message, options);
    this.isTransient = isTransient;
    this.notSent = notSent;
  }
}

/** A time limit has passed. The server may still have carried out the request. */
export class TimeoutError extends SinkoveError<"TIMEOUT"> {
  /** @internal */
  static override readonly [BRAND]: string = "TimeoutError";
  /** The limit that has passed, in milliseconds. */
  readonly timeoutMs: number;

  constructor(what: string, timeoutMs: number) {
    super("TIMEOUT", `${what} took longer than ${timeoutMs} ms.`);
    this.timeoutMs = timeoutMs;
  }
}

/** Your `AbortSignal` was aborted. `cause` is its reason. For time limits see `TimeoutError`. */
export class AbortError extends SinkoveError<"ABORTED"> {
  /** @internal */
  static override readonly [BRAND]: string = "AbortError";

  constructor(reason: unknown) {
    super("ABORTED", "The request was aborted.", { cause: reason });
  }
}

/** The response is not valid: HTML, truncated JSON, no body, or a redirect to another origin. */
export class ResponseError extends SinkoveError<"UNREADABLE_RESPONSE"> {
  /** @internal */
  static override readonly [BRAND]: string = "ResponseError";
  readonly status: number;
  readonly requestId: string | undefined;

  constructor(message: string, response: { status: number; requestId?: string | undefined }) {
    super("UNREADABLE_RESPONSE", message);
    this.status = response.status;
    this.requestId = response.requestId;
  }
}

/** The codes of errors that do not come from the API. */
export type ClientError =
  | ConfigurationError
  | ArgumentError
  | ConnectionError
  | TimeoutError
  | AbortError
  | ResponseError;
