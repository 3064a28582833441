import type { DownloadError } from "../errors/dataset-errors.ts";
import { type Settled, settled } from "../settled.ts";

/** A pending download: a promise of its result. */
export class DownloadCall<T> extends Promise<T> {
  /** `then` returns a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** Returns errors of this package as `error` instead of throwing them. */
  safe(): Promise<Settled<T, DownloadError>> {
    return settled(this);
  }
}
