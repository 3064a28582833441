import type { Dataset } from "@sinkove/contract";
import { TimeoutError } from "./errors/client-errors.ts";
import { DatasetError } from "./errors/dataset-errors.ts";
import { type Runtime, sleep, systemRuntime } from "./http/clock.ts";
import { within } from "./http/within.ts";
import type { RequestOptions } from "./options.ts";

const FIRST_INTERVAL_MS = 1_000;
const LONGEST_INTERVAL_MS = 15_000;
const GROWTH = 1.5;

/** Options of a wait; `timeout` is that of each attempt to ask, as everywhere. */
export interface WaitOptions extends Omit<RequestOptions, "idempotencyKey"> {
  /** Called with the dataset each time that its state or progress is another than before. */
  readonly onProgress?: ((dataset: Dataset) => void) | undefined;
  /** Milliseconds for the whole wait. Default: no limit. */
  readonly totalTimeout?: number | undefined;
  /** The longest interval between two questions, in milliseconds. Default: 15,000. */
  readonly maxInterval?: number | undefined;
}

/** Asks for the dataset as it is now. */
type Ask = (options: RequestOptions) => Promise<Dataset>;

/**
 * A wait for a dataset. Awaited, it is the dataset that is ready; read with `for await`, each state
 * and progress that was seen, until it is ready. Intervals grow from a second by half each time.
 */
export class DatasetWait implements PromiseLike<Dataset>, AsyncIterable<Dataset> {
  readonly #ask: Ask;
  readonly #options: WaitOptions;
  readonly #runtime: Runtime;
  #result: Promise<Dataset> | undefined;

  /** @internal */
  constructor(ask: Ask, options: WaitOptions, runtime: Runtime = systemRuntime) {
    this.#ask = ask;
    this.#options = options;
    this.#runtime = runtime;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for.
  then<A = Dataset, B = never>(
    onReady?: ((dataset: Dataset) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#result ??= this.#last();
    return this.#result.then(onReady, onError);
  }

  async #last(): Promise<Dataset> {
    let last: Dataset | undefined;
    for await (const dataset of this) last = dataset;
    return last as Dataset; // a wait ends with a dataset or throws
  }

  /** Yields the dataset at once, then whenever its state or progress has changed. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Dataset, void, undefined> {
    const { onProgress, totalTimeout, maxInterval = LONGEST_INTERVAL_MS } = this.#options;
    const endsAt = totalTimeout ? this.#runtime.now() + totalTimeout : Number.POSITIVE_INFINITY;
    let seen = "";
    for (let interval = FIRST_INTERVAL_MS; ; interval *= GROWTH) {
      const dataset = await this.#within(endsAt, (signal) =>
        this.#ask({ ...this.#options, signal }),
      );
      const { state, progress } = dataset.metadata ?? {};
      if (seen !== `${state} ${progress}`) {
        seen = `${state} ${progress}`;
        onProgress?.(dataset);
        yield dataset;
      }
      if (state === "READY") return;
      if (state === "FAILED" || state === "EXPIRED") throw new DatasetError(dataset);
      // A tenth of chance, so that many who began together do not ask together for ever.
      const wait = Math.min(interval, maxInterval) * (0.9 + 0.2 * this.#runtime.random());
      await this.#within(endsAt, (signal) => sleep(wait, this.#runtime, signal));
    }
  }

  #within<T>(endsAt: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const runtime = this.#runtime;
    const { signal, totalTimeout = 0 } = this.#options;
    const timedOut = () =>
      new TimeoutError("The dataset is still being generated, and the wait for it", totalTimeout);
    const left = endsAt - runtime.now();
    if (left <= 0) return Promise.reject(timedOut());
    return within({ runtime, signal, timeout: left, timedOut }, work);
  }
}
