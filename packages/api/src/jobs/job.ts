import { UnsupportedPromptError } from "@sinkove/generator";
import { archiveOrderOf } from "../datasets/archive-order.ts";
import { textOf } from "../error-text.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { JobOutcome, Lease, Release } from "../store/jobs.ts";
import type { DatasetRecord, Moment } from "../store/records.ts";
import { generationEvents } from "../webhooks/events.ts";
import { type JobOptions, leaseMoment } from "./job-options.ts";
import { keepLease } from "./lease-keeper.ts";
import type { MakeOptions, StoredArchive } from "./make-archive.ts";

/**
 * The most attempts for a dataset, for any reason: a dataset that crashes its workers must not be
 * retried forever.
 */
const MOST_ATTEMPTS = 20;
/** The most retries after errors of the service. */
const MOST_ERRORS = 3;
/** The wait after the first error, in milliseconds. It doubles with each further error. */
const RETRY_AFTER = 5000;

const RETURNED = "The credits were given back.";
const REPEAT = "Create the dataset again; if that fails too, tell support this dataset's id.";
const INTERRUPTED = `The generation was interrupted ${MOST_ATTEMPTS} times. ${RETURNED} ${REPEAT}`;
const FAILED = `The generation failed ${MOST_ERRORS} times because of an error of the service. ${RETURNED} ${REPEAT}`;

/** Options of a job, completed. */
type MakingOptions = JobOptions & { readonly random: Random };

/** A dataset that was just leased. */
interface Job {
  readonly dataset: DatasetRecord;
  readonly lease: Lease;
  readonly options: MakingOptions;
}

/** Generates a dataset that was just leased. It rejects only if the store cannot answer. */
export async function makeDataset(
  dataset: DatasetRecord,
  options: MakingOptions,
  stopping: AbortSignal,
): Promise<void> {
  const lease = { datasetId: dataset.id, token: dataset.leaseToken ?? "" };
  const job = { dataset, lease, options };
  if (dataset.attempts > MOST_ATTEMPTS) return fail(job, INTERRUPTED);
  const keeper = keepLease(lease, options);
  try {
    const signal = AbortSignal.any([stopping, keeper.lost]);
    const made = await make(job, { signal, onSample: keeper.onSample });
    await keeper.end();
    await finish(job, made);
  } catch (error) {
    await keeper.end();
    if (keeper.lost.aborted) await clean(job);
    else if (stopping.aborted) await release(job, { isError: false, after: 0 });
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

async function finish(job: Job, { size, sha256 }: StoredArchive): Promise<void> {
  const { retention } = job.options;
  const finishedAt = await leaseMoment(job.options);
  const expiresAt = finishedAt + retention;
  await end(job, { finishedAt, expiresAt, size, sha256, failureReason: null });
}

async function fail(job: Job, failureReason: string): Promise<void> {
  const finishedAt = await leaseMoment(job.options);
  await end(job, { finishedAt, expiresAt: null, size: 0, sha256: null, failureReason });
}

async function end(job: Job, outcome: JobOutcome): Promise<void> {
  const { dataset, lease, options } = job;
  const { random } = options;
  const newId = (moment: Moment) => uuidV7(moment, random);
  const events = generationEvents(dataset, outcome, { now: await leaseMoment(options), random });
  if (!(await options.store.finishDataset(lease, outcome, { newId, events }))) return clean(job);
  const { id: datasetId, numSamples } = dataset;
  const { failureReason, size, finishedAt } = outcome;
  const durationMs = (finishedAt ?? 0) - (dataset.startedAt ?? 0);
  const about = { level: "info", datasetId, numSamples, durationMs } as const;
  if (failureReason === null) options.log({ ...about, message: "dataset made", size });
  else options.log({ ...about, message: "dataset failed", failureReason });
}

/**
 * The error may have occurred after the dataset was finished. Then the store refuses every write
 * here.
 */
async function recover(job: Job, error: unknown): Promise<void> {
  const { dataset, options } = job;
  if (error instanceof UnsupportedPromptError) return fail(job, error.message);
  const message = "a generation failed";
  options.log({ level: "error", message, datasetId: dataset.id, error: textOf(error) });
  if (dataset.errors + 1 >= MOST_ERRORS) return fail(job, FAILED);
  await release(job, { isError: true, after: RETRY_AFTER * 2 ** dataset.errors });
}

/** Why a lease is released, and after how many milliseconds a worker may start again. */
type Return = Pick<Release, "isError"> & { readonly after: number };

async function release(job: Job, { isError, after }: Return): Promise<void> {
  const retryAt = (await leaseMoment(job.options)) + after;
  if (!(await job.options.store.releaseLease(job.lease, { isError, retryAt }))) await clean(job);
}

/** Removes the archive that was written under a lost lease, but never the dataset's current archive. */
async function clean({ dataset, options }: Job): Promise<void> {
  if (dataset.archive === null) return;
  const found = await options.store.findDataset(dataset.id);
  if (found?.archive !== dataset.archive) await options.remove(dataset.archive);
}
