import { textOf } from "../error-text.ts";
import { uuidV7 } from "../random.ts";
import { makeDataset } from "./job.ts";
import { type JobOptions, leaseMoment, randomOf } from "./job-options.ts";

/** Options of {@link createWorker}. */
export interface WorkerOptions extends JobOptions {
  /** How many datasets are generated at the same time. */
  readonly slots: number;
}

/** Generates queued datasets until it is stopped. */
export interface Worker {
  /** Leases the next dataset and generates it. @returns whether there was one */
  readonly makeNext: () => Promise<boolean>;
  /** Removes archives that nobody needs. */
  readonly tidy: () => Promise<void>;
  /** Starts to generate datasets and to remove archives, until `stop` is called. */
  readonly start: () => void;
  /** Releases the leases, and resolves when nothing is running. */
  readonly stop: () => Promise<void>;
}

/** How long a worker with nothing to do waits before it looks again, in milliseconds. */
const IDLE = 500;

/**
 * Creates a worker. Any number of workers, in any number of processes, may use one store: a lease gives each dataset to
 * one worker at a time, and writes under a lost lease are refused.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { store, slots, wait, log, remove } = options;
  const random = randomOf(options);
  const stopping = new AbortController();
  const running: Promise<void>[] = [];

  const makeNext = async (): Promise<boolean> => {
    const now = await leaseMoment(options);
    const token = uuidV7(now, random);
    const dataset = await store.leaseDataset({ token, now, expiresAt: now + options.leaseFor });
    if (dataset) await makeDataset(dataset, { ...options, random }, stopping.signal);
    return dataset !== undefined;
  };

  const tidy = async (): Promise<void> => {
    const removed: string[] = [];
    const failures: unknown[] = [];
    for (const archive of await store.listRemovals(await leaseMoment(options))) {
      // One that cannot be removed must not keep the others.
      await remove(archive).then(
        () => removed.push(archive),
        (error: unknown) => failures.push(error),
      );
    }
    await store.confirmRemovals(removed);
    if (failures.length > 0) throw failures[0];
  };

  const attempt = (work: () => Promise<boolean>): Promise<boolean> =>
    work().catch((error: unknown) => {
      log({ level: "error", message: "a worker failed", error: textOf(error) });
      return false;
    });

  const tidyUp = (): Promise<boolean> => attempt(async () => tidy().then(() => false));

  const repeat = async (work: () => Promise<boolean>): Promise<void> => {
    while (!stopping.signal.aborted) {
      const didWork = await work();
      if (!didWork) await wait(IDLE, stopping.signal);
    }
  };

  return {
    makeNext,
    tidy,
    start: () => {
      for (let slot = 0; slot < slots; slot++) running.push(repeat(() => attempt(makeNext)));
      running.push(repeat(tidyUp));
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
      // A released lease may leave an archive to remove.
      if (running.length > 0) await tidyUp();
    },
  };
}
