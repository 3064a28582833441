import type { APIError } from "./errors/api-error.ts";
import type { ClientError } from "./errors/client-errors.ts";
import { SinkoveError } from "./errors/sinkove-error.ts";

/**
 * The outcome of a list, a wait or a download that does not throw: it has either `data` or `error`.
 */
export type Settled<T, E = never> =
  | { readonly data: T; readonly error: undefined }
  | { readonly data: undefined; readonly error: APIError | ClientError | E };

/** Turns an error of this package into a value. Errors of your own hooks are still thrown. */
export async function settled<T, E>(work: PromiseLike<T>): Promise<Settled<T, E>> {
  try {
    return { data: await work, error: undefined };
  } catch (error) {
    if (!(error instanceof SinkoveError)) throw error;
    // The cast is safe because the types of the methods list the errors that the work can throw.
    return { data: undefined, error: error as APIError & E };
  }
}
