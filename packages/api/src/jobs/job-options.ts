import type { Random } from "../random.ts";
import type { Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import type { MakeArchive } from "./make-archive.ts";

/** An entry of the log. Contains no secrets. */
export interface JobLogEntry {
  readonly level: "info" | "error";
  readonly message: string;
  readonly datasetId?: string;
  readonly numSamples?: number;
  /** The size of the archive, in bytes. */
  readonly size?: number;
  readonly durationMs?: number;
  readonly failureReason?: string;
  readonly error?: string;
}

/** The dependencies of a job. */
export interface JobOptions {
  readonly store: Store;
  readonly make: MakeArchive;
  /** Removes an archive, complete or not. Does nothing if there is none. */
  readonly remove: (archive: string) => Promise<void>;
  /** Only used if the database has no clock of its own. */
  readonly clock: () => Moment;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random;
  readonly log: (entry: JobLogEntry) => void;
  /** How long a lease lasts if it is not renewed, in milliseconds. */
  readonly leaseFor: number;
  /** How long an archive is kept, in milliseconds. */
  readonly retention: number;
}

/**
 * The time that leases are compared with. It is the database's time, because a worker whose own clock is ahead would
 * take leases from workers that are still generating their datasets.
 */
export async function leaseMoment({
  store,
  clock,
}: Pick<JobOptions, "store" | "clock">): Promise<Moment> {
  return store.now ? await store.now() : clock();
}

/** The source of random bytes for ids. */
export function randomOf({ random }: Pick<JobOptions, "random">): Random {
  return random ?? ((bytes) => crypto.getRandomValues(bytes));
}
