import type { Dataset } from "@sinkove/contract";
import type { DatasetError } from "./errors/dataset-errors.ts";
import type { RequestOptions } from "./options.ts";
import { type Settled, settled } from "./settled.ts";
import { type Watch, watch } from "./watch.ts";

/** Options of a wait. `timeout` applies to each attempt of a request, as everywhere. */
export interface WaitOptions extends Omit<RequestOptions, "idempotencyKey"> {
  /** Called with the dataset whenever its state or progress has changed. */
  readonly onProgress?: ((dataset: Dataset) => void) | undefined;
  /** Milliseconds for the whole wait. Default: no limit. */
  readonly totalTimeout?: number | undefined;
  /** The longest interval between two requests, in milliseconds. Default: 15,000. */
  readonly maxInterval?: number | undefined;
}

/**
 * A wait for a dataset. `await` gives the dataset when it is ready. `for await` gives each change
 * of its state or progress until then. The intervals between requests start at one second and grow
 * by half each time.
 */
export class DatasetWait implements PromiseLike<Dataset>, AsyncIterable<Dataset> {
  readonly #watch: Watch;
  #result: Promise<Dataset> | undefined;

  /** @internal */
  constructor(watch: Watch) {
    this.#watch = watch;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for.
  then<A = Dataset, B = never>(
    onReady?: ((dataset: Dataset) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#result ??= this.#last();
    return this.#result.then(onReady, onError);
  }

  /** Returns errors of this package as `error` instead of throwing them. */
  safe(): Promise<Settled<Dataset, DatasetError>> {
    return settled(this);
  }

  async #last(): Promise<Dataset> {
    let last: Dataset | undefined;
    for await (const dataset of this) last = dataset;
    return last as Dataset; // a wait ends with a dataset or throws
  }

  /** Yields the current dataset, and then each change of its state or progress. */
  [Symbol.asyncIterator](): AsyncGenerator<Dataset, void, undefined> {
    return watch(this.#watch);
  }
}
