import { textOf } from "../error-text.ts";
import type { Lease } from "../store/jobs.ts";
import { type JobOptions, leaseMoment } from "./job-options.ts";

/** The longest time between two renewals of a lease, which also report the progress, in milliseconds. */
const HEARTBEAT = 1000;

/** Holds a lease while its dataset is generated. */
export interface LeaseKeeper {
  /** Aborted when the lease is lost: the dataset was deleted, or another worker has it. */
  readonly lost: AbortSignal;
  readonly onSample: (done: number) => void;
  readonly end: () => Promise<void>;
}

/** Renews a lease until `end` is called or the lease is lost. */
export function keepLease(lease: Lease, options: JobOptions): LeaseKeeper {
  const { store, wait, leaseFor, log } = options;
  const [lost, ended] = [new AbortController(), new AbortController()];
  let samplesDone = 0;
  const renew = async (): Promise<void> => {
    try {
      const expiresAt = (await leaseMoment(options)) + leaseFor;
      if (!(await store.renewLease(lease, { expiresAt, samplesDone }))) lost.abort();
    } catch (error) {
      // The lease may expire now. The next renewal, or the end of the generation, shows whether it did.
      const { datasetId } = lease;
      const message = "a lease is not renewed";
      log({ level: "error", message, datasetId, error: textOf(error) });
    }
  };
  const keep = async (): Promise<void> => {
    const signal = AbortSignal.any([lost.signal, ended.signal]);
    while (!signal.aborted) {
      await wait(Math.min(HEARTBEAT, leaseFor / 4), signal);
      if (!signal.aborted) await renew();
    }
  };
  const keeping = keep();
  return {
    lost: lost.signal,
    onSample: (done) => {
      samplesDone = done;
    },
    end: () => {
      ended.abort();
      return keeping;
    },
  };
}
