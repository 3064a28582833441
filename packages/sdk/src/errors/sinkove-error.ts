/** One attempt to send a request, as errors and `onRetry` report it. */
export interface Attempt {
  /** The status that came back; absent where none did. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** Why there was no answer, or none that can be read, without secrets. */
  readonly error?: string | undefined;
  /** From sending to the end of the body, in milliseconds. */
  readonly durationMs: number;
  /** How long the client waited after it before the next attempt, in milliseconds. */
  readonly waitMs?: number | undefined;
}

/**
 * The base of everything that this package throws: `instanceof SinkoveError` tells its errors from
 * a program's own. `code` is stable; `message` is for people and holds no part of an API key.
 */
export class SinkoveError<Code extends string = string> extends Error {
  override readonly name: string = "SinkoveError";
  /** What happened, as a constant: switch on it. */
  readonly code: Code;
  /** Every attempt of the request, the last one last; empty where nothing was sent. */
  readonly attempts: readonly Attempt[] = [];

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Notes the attempts on an error that is about to be thrown. Its stack is taken anew, since it was
 * made out of reach of whoever awaits the call.
 */
export function withAttempts<E extends SinkoveError>(error: E, attempts: readonly Attempt[]): E {
  Error.captureStackTrace?.(error, withAttempts);
  return Object.assign(error, { attempts });
}
