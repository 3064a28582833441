import type { Dataset } from "@sinkove/contract";
import { TimeoutError } from "./errors/client-errors.ts";
import { DatasetError } from "./errors/dataset-errors.ts";
import { countdown, sleep } from "./http/clock.ts";
import type { Wire } from "./http/wire.ts";
import { within } from "./http/within.ts";
import type { RequestOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import type { WaitOptions } from "./wait.ts";

const FIRST_INTERVAL_MS = 1_000;
const LONGEST_INTERVAL_MS = 15_000;
const GROWTH = 1.5;

/** The parts of a wait. */
export interface Watch {
  /** Gets the current dataset. */
  readonly ask: (options: RequestOptions) => Promise<Dataset>;
  readonly options: WaitOptions | undefined;
  readonly wire: Wire;
}

/** Polls a dataset until it is ready. See `DatasetWait`. */
export async function* watch(given: Watch): AsyncGenerator<Dataset, void, undefined> {
  const { runtime, observer } = given.wire;
  const options = readOptions(given.options);
  const { signal, totalTimeout = 0, maxInterval = LONGEST_INTERVAL_MS } = options;
  const onProgress = observer.hook(options.onProgress);
  const timeLeft = countdown(totalTimeout, runtime);
  const timedOut = () => new TimeoutError("The wait for the dataset", totalTimeout);
  const inTime = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const timeout = timeLeft();
    if (timeout <= 0) throw timedOut();
    return within({ runtime, signal, timeout, timedOut }, work);
  };
  let seen = "";
  for (let interval = FIRST_INTERVAL_MS; ; interval *= GROWTH) {
    const dataset = await inTime((stop) => given.ask({ ...options, signal: stop }));
    const { state, progress } = dataset.metadata ?? {};
    const news = `${state} ${progress}`;
    if (seen !== news) {
      seen = news;
      onProgress?.(dataset);
      yield dataset;
    }
    if (state === "READY") return;
    if (state === "FAILED" || state === "EXPIRED") throw new DatasetError(dataset);
    // Varies by up to a tenth, so that clients that started together do not stay in step.
    const wait = Math.min(interval, maxInterval) * (0.9 + 0.2 * runtime.random());
    await inTime((stop) => sleep(wait, runtime, stop));
  }
}
