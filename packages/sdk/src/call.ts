import type { ErrorCode } from "@sinkove/contract";
import type { APIError } from "./errors/api-error.ts";
import type { ClientError } from "./errors/client-errors.ts";
import type { Answer } from "./http/answer.ts";
import type { Reading } from "./http/outgoing.ts";
import { settled } from "./settled.ts";

/** The data of a success, and the `Response` that it came in. */
export interface Success<T> {
  readonly data: T;
  readonly response: Response;
}

/** The outcome of a call that does not throw: it has either `data` or `error`. */
export type Result<T, Code extends string = ErrorCode> =
  | (Success<T> & { readonly error: undefined })
  | { readonly data: undefined; readonly error: APIError<Code> | ClientError };

/**
 * A pending request: a promise of its data. It is sent immediately. `Code` is the union of the
 * error codes that the operation can return.
 */
export class Call<T, Code extends string = ErrorCode> extends Promise<T> {
  readonly #answer: Promise<Answer>;
  readonly #reading: Reading;

  /** `then` returns a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** @internal */
  constructor(answer: Promise<Answer>, reading: Reading) {
    // The cast is safe because the generated methods pass the body type that the contract gives the operation.
    // Two steps, because V8 follows its own `resolve` to the awaiting function, for the stack of an error.
    super((resolve, reject) => answer.then(({ body }) => body as T).then(resolve, reject));
    this.#answer = answer;
    this.#reading = reading;
  }

  /** The data with the `Response` it came in, for its headers and status. The body has been read. */
  withResponse(): Promise<Success<T>> {
    return this.then(async (data) => ({ data, response: (await this.#answer).response }));
  }

  /**
   * The `Response` of a success with its body unread, to stream it or to read it as text. Call it in
   * place of `await`. Errors are thrown as usual. Time limits end with the headers; to stop the body,
   * cancel it.
   */
  asResponse(): Promise<Response> {
    this.#reading.isUnread = true;
    return this.withResponse().then(({ response }) => response);
  }

  /**
   * Returns errors of this package as `error` instead of throwing them. `error.code` is a union, so
   * the compiler can check that a `switch` is exhaustive.
   *
   * @example
   * const { data, error } = await sinkove.datasets.get(id).safe();
   * if (error?.code === "DATASET_NOT_FOUND") return undefined;
   */
  safe(): Promise<Result<T, Code>> {
    // The cast is safe because the contract lists the error codes of the operation.
    return settled(this.withResponse()).then(
      ({ data, error }) => ({ data: undefined, ...data, error }) as Result<T, Code>,
    );
  }
}
