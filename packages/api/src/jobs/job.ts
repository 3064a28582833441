import { type ArchiveOrder, UnsupportedPromptError } from "@sinkove/generator";
import { archiveOrderOf } from "../datasets/archive-order.ts";
import type { JobOutcome, Lease, Release } from "../store/jobs.ts";
import type { DatasetRecord, Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** An archive that is stored. */
export interface StoredArchive {
  /** In bytes. */
  readonly size: number;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
}

/** How an archive is made. */
export interface MakeOptions {
  /** The name to store it under. */
  readonly archive: string;
  /** Called with how many samples are done. */
  readonly onSample: (done: number) => void;
  /** Aborted where nobody wants the archive any more. */
  readonly signal: AbortSignal;
}

/**
 * Makes an archive and stores it, durably and whole, or rejects: with an UnsupportedPromptError where the order
 * cannot be made at all.
 */
export type MakeArchive = (order: ArchiveOrder, options: MakeOptions) => Promise<StoredArchive>;

/** Something worth a line in the log; holds no secret. */
export interface JobLogEntry {
  readonly level: "info" | "error";
  readonly message: string;
  readonly datasetId?: string;
  readonly error?: string;
}

/** What making a dataset needs. */
export interface JobOptions {
  readonly store: Store;
  readonly make: MakeArchive;
  /** Removes an archive, or what there is of one; also where there is none. */
  readonly remove: (archive: string) => Promise<void>;
  readonly clock: () => Moment;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: (entry: JobLogEntry) => void;
  /** How long a lease lasts if it is not renewed, in milliseconds. */
  readonly leaseFor: number;
  /** How long an archive is kept, in milliseconds. */
  readonly retention: number;
}

/** So often a dataset is begun, whatever ended its workers: one that kills them must not go on for ever. */
export const MOST_ATTEMPTS = 20;
/** So many errors of ours are tried again. */
export const MOST_ERRORS = 3;
/** After the first error, in milliseconds; after each further one twice as long. */
const RETRY_AFTER = 5000;
/** At least so often a lease is renewed and the progress told, in milliseconds. */
const HEARTBEAT = 1000;

const RETURNED = "The credits were given back.";
const REPEAT = "Create the dataset again; if that fails too, tell support this dataset's id.";
const INTERRUPTED = `The generation was interrupted ${MOST_ATTEMPTS} times. ${RETURNED} ${REPEAT}`;
const FAILED = `The generation failed ${MOST_ERRORS} times for a reason on our side. ${RETURNED} ${REPEAT}`;

/** A dataset that was just leased. */
interface Job {
  readonly dataset: DatasetRecord;
  readonly lease: Lease;
  readonly options: JobOptions;
}

/** Makes a dataset that was just leased. It rejects for nothing but a store that cannot answer. */
export async function makeDataset(
  dataset: DatasetRecord,
  options: JobOptions,
  stopping: AbortSignal,
): Promise<void> {
  const lease = { datasetId: dataset.id, token: dataset.leaseToken ?? "" };
  const job = { dataset, lease, options };
  if (dataset.attempts > MOST_ATTEMPTS) return fail(job, INTERRUPTED);
  const keeper = keepLease(job);
  try {
    const signal = AbortSignal.any([stopping, keeper.lost]);
    const made = await make(job, { signal, onSample: keeper.onSample });
    await keeper.end();
    await finish(job, made);
  } catch (error) {
    await keeper.end();
    if (keeper.lost.aborted) await clean(job);
    else if (stopping.aborted) await release(job, { isError: false, retryAt: options.clock() });
    else await recover(job, error);
  }
}

async function make(
  { dataset, options }: Job,
  making: Pick<MakeOptions, "signal" | "onSample">,
): Promise<StoredArchive> {
  const model = await options.store.findModel(dataset.modelId);
  if (!model || dataset.archive === null) throw new TypeError("A leased dataset lacks its model.");
  const order = archiveOrderOf(dataset, model);
  return options.make(order, { ...making, archive: dataset.archive });
}

/** Holds a lease while its dataset is made. */
interface LeaseKeeper {
  /** Aborted when the lease is no longer ours: the dataset is deleted, or another worker has it. */
  readonly lost: AbortSignal;
  readonly onSample: (done: number) => void;
  readonly end: () => Promise<void>;
}

function keepLease({ lease, options }: Job): LeaseKeeper {
  const { store, clock, wait, leaseFor, log } = options;
  const [lost, ended] = [new AbortController(), new AbortController()];
  let samplesDone = 0;
  const renew = async (): Promise<void> => {
    try {
      const expiresAt = clock() + leaseFor;
      if (!(await store.renewLease(lease, { expiresAt, samplesDone }))) lost.abort();
    } catch (error) {
      // The lease may run out now. Whether it did is seen at the next time, or at the end.
      log({ ...about(lease, error), message: "a lease is not renewed" });
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

async function finish(job: Job, { size, sha256 }: StoredArchive): Promise<void> {
  const { clock, retention } = job.options;
  const finishedAt = clock();
  const expiresAt = finishedAt + retention;
  await end(job, { finishedAt, expiresAt, size, sha256, failureReason: null });
}

async function fail(job: Job, failureReason: string): Promise<void> {
  const finishedAt = job.options.clock();
  await end(job, { finishedAt, expiresAt: null, size: 0, sha256: null, failureReason });
}

async function end(job: Job, outcome: JobOutcome): Promise<void> {
  const { dataset, lease, options } = job;
  if (!(await options.store.finishDataset(lease, outcome))) return clean(job);
  const message = outcome.failureReason === null ? "dataset made" : "dataset failed";
  options.log({ level: "info", message, datasetId: dataset.id });
}

/** What is thrown may have been thrown after all was done: every write here is refused then. */
async function recover(job: Job, error: unknown): Promise<void> {
  const { dataset, lease, options } = job;
  if (error instanceof UnsupportedPromptError) return fail(job, error.message);
  options.log({ ...about(lease, error), message: "a generation failed" });
  if (dataset.errors + 1 >= MOST_ERRORS) return fail(job, FAILED);
  const retryAt = options.clock() + RETRY_AFTER * 2 ** dataset.errors;
  await release(job, { isError: true, retryAt });
}

async function release(job: Job, release: Release): Promise<void> {
  if (!(await job.options.store.releaseLease(job.lease, release))) await clean(job);
}

/** Removes what was written under a lease that is no longer ours; never what the dataset has been made with. */
async function clean({ dataset, options }: Job): Promise<void> {
  if (dataset.archive === null) return;
  const found = await options.store.findDataset(dataset.id);
  if (found?.archive !== dataset.archive) await options.remove(dataset.archive);
}

function about({ datasetId }: Lease, error: unknown) {
  const text = error instanceof Error ? (error.stack ?? error.message) : `${error}`;
  return { level: "error", datasetId, error: text } as const;
}
