/** One attempt to send a request, as errors and `onRetry` report it. */
export interface Attempt {
  /** The status of the response. Absent if there was none. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** Why there was no response, or no readable one. Contains no secrets. */
  readonly error?: string | undefined;
  /** From sending to the end of the body, in milliseconds. */
  readonly durationMs: number;
  /** The wait between this attempt and the next, in milliseconds. */
  readonly waitMs?: number | undefined;
}

/** The key of the brand of an error class, the same in all copies of this package and all realms. */
export const BRAND: unique symbol = Symbol.for("@sinkove/sdk.error");

/**
 * The base class of all errors that this package throws. `instanceof SinkoveError` also works
 * across realms (Jest runs tests in a separate one) and across copies of this package, such as ESM
 * beside CommonJS. `code` is stable. `message` is for people, and contains no part of an API key.
 */
export class SinkoveError<Code extends string = string> extends Error {
  /** @internal */
  static readonly [BRAND]: string = "SinkoveError";
  override readonly name: string;
  /** What happened, as a constant. Use it in a `switch`. */
  readonly code: Code;
  /** All attempts of the request, the last one last. Empty if nothing was sent. */
  readonly attempts: readonly Attempt[] = [];

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target[BRAND];
    this.code = code;
  }

  /**
   * Whether a value is of this class, or of the class of the same name in another copy.
   *
   * @internal
   */
  // biome-ignore-start lint/complexity/noThisInStatic: subclasses inherit it.
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that extends one of these has no brand of its own.
    if (!Object.hasOwn(this, BRAND)) return super[Symbol.hasInstance](value);
    let other: typeof SinkoveError | null = Object(value).constructor;
    while (other && other[BRAND] !== this[BRAND]) other = Object.getPrototypeOf(other);
    return Boolean(other);
  }
  // biome-ignore-end lint/complexity/noThisInStatic: subclasses inherit it.
}

/**
 * Adds the attempts to an error that is about to be thrown. Captures its stack again, because the
 * error was created outside of the stack of the code that awaits the call.
 */
export function withAttempts<E extends SinkoveError>(error: E, attempts: readonly Attempt[]): E {
  Error.captureStackTrace?.(error, withAttempts);
  return Object.assign(error, { attempts });
}
