import type { DownloadError } from "../errors/dataset-errors.ts";
import { type Settled, settled } from "../settled.ts";

/** A download that is under way: a promise of what it comes to. */
export class DownloadCall<T> extends Promise<T> {
  /** `then` returns a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** Does not throw what this package throws: `error` is there in place of `data`. */
  safe(): Promise<Settled<T, DownloadError>> {
    return settled(this);
  }
}
