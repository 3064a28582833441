import { createWorker, type JobLogEntry, type Store, type Worker } from "@sinkove/api";
import { type Archives, openCheckedArchives } from "../archives/archives.ts";
import type { Configuration } from "../configuration.ts";
import { isDoneWithin } from "../deadline.ts";
import { isInstalled, NO_ACCOUNT } from "../installation.ts";
import type { Log } from "../log.ts";
import { createInstruments } from "../metrics/instruments.ts";
import { openBesideServer } from "../open-beside-server.ts";
import { makePrivate } from "../private-files.ts";
import { StartError } from "../start-error.ts";
import { wait } from "../wait.ts";
import { makeInThreads } from "./make-in-thread.ts";

/** The dependencies of a worker. */
export interface Workshop {
  readonly configuration: Pick<Configuration, "archives" | "workers" | "retention" | "lease">;
  readonly store: Store;
  readonly archives: Archives;
  readonly log: (entry: JobLogEntry) => void;
}

/**
 * Opens the database and generates datasets until it is stopped, without an API.
 *
 * @throws StartError if the database cannot be used, or there is nothing to do
 */
export async function startWorkerAlone(
  configuration: Configuration,
  log: Log,
): Promise<Pick<Worker, "stop">> {
  if (configuration.workers === 0) {
    throw new StartError("SINKOVE_WORKERS is 0, so a worker has nothing to do. Unset it.");
  }
  const opened = await openBesideServer(configuration.database);
  const instruments = await createInstruments(configuration, { store: opened, log });
  const { store } = instruments;
  if (!(await isInstalled(store))) {
    throw new StartError(NO_ACCOUNT);
  }
  const archives = await openCheckedArchives(configuration.archives);
  makePrivate(configuration, log);
  const stopMetrics = await instruments.serve();
  const worker = startWorker({ configuration, store, archives, log: instruments.logJob });
  return {
    async stop() {
      const finish = async (): Promise<void> => {
        await worker.stop();
        stopMetrics();
        await store.close();
      };
      if (!(await isDoneWithin(configuration.shutdownTimeout, finish())))
        log.warn("the stop was cut off: it took longer than the shutdown time-out");
    },
  };
}

/** Starts to generate datasets, as many at once as configured. */
export function startWorker({ configuration, store, archives, log }: Workshop): Worker {
  const worker = createWorker({
    store,
    make: makeInThreads(configuration.archives),
    remove: archives.remove,
    clock: Date.now,
    wait,
    log,
    leaseFor: configuration.lease,
    retention: configuration.retention,
    slots: configuration.workers,
  });
  worker.start();
  return worker;
}
