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

/** The key of the brand of an error class, the same in all copies of this package and all realms. */
export const BRAND: unique symbol = Symbol.for("@sinkove/sdk.error");

/**
 * The base of everything that this package throws: `instanceof SinkoveError` tells its errors from
 * a program's own. It holds across realms (Jest runs tests in one of their own) and across copies of
 * this package, such as ESM beside CommonJS. `code` is stable; `message` is for people and holds no
 * part of an API key.
 */
export class SinkoveError<Code extends string = string> extends Error {
  /** @internal */
  static readonly [BRAND]: string = "SinkoveError";
  override readonly name: string;
  /** What happened, as a constant: switch on it. */
  readonly code: Code;
  /** Every attempt of the request, the last one last; empty where nothing was sent. */
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
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: subclasses inherit it.
    return isOf(this, value);
  }
}

function isOf(type: typeof SinkoveError, value: unknown): boolean {
  // A class that extends one of these has no brand of its own.
  if (!Object.hasOwn(type, BRAND)) return Function.prototype[Symbol.hasInstance].call(type, value);
  let other: typeof SinkoveError | null = Object(value).constructor;
  while (other && other[BRAND] !== type[BRAND]) other = Object.getPrototypeOf(other);
  return Boolean(other);
}

/**
 * Notes the attempts on an error that is about to be thrown. Its stack is captured again, since it was
 * made out of reach of whoever awaits the call.
 */
export function withAttempts<E extends SinkoveError>(error: E, attempts: readonly Attempt[]): E {
  Error.captureStackTrace?.(error, withAttempts);
  return Object.assign(error, { attempts });
}
