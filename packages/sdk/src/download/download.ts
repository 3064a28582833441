import type { DatasetDownload } from "@sinkove/contract";
import { TimeoutError } from "../errors/client-errors.ts";
import type { Wire } from "../http/attempt.ts";
import { within } from "../http/within.ts";
import type { RequestOptions } from "../options.ts";
import { openFile } from "./file-sink.ts";
import type { DownloadedFile, DownloadOptions } from "./options.ts";
import { receive } from "./receive.ts";
import { memorySink, streamSink } from "./sink.ts";

/** A download: what to fetch, by which means, and where it goes. */
export interface Download {
  /** Asks the API for a URL of the file. */
  readonly url: (options: RequestOptions) => Promise<DatasetDownload>;
  readonly wire: Wire;
  readonly target: string | WritableStream<Uint8Array> | undefined;
  readonly options: DownloadOptions;
  /** The client's, for what the options leave out. */
  readonly defaults: DownloadLimits;
}

/** The limits that a client sets for its downloads too. */
export type DownloadLimits = Required<
  Pick<DownloadOptions, "timeout" | "maxRetries" | "maxRetryWait">
>;

/** Downloads a file; see `datasets.download`. */
export function download(job: Download): Promise<Uint8Array | DownloadedFile | undefined> {
  const { signal, totalTimeout: timeout = 0 } = job.options;
  const options = { ...job.options, ...limitsOf(job), totalTimeout: 0 };
  const timedOut = () => new TimeoutError("The download", timeout);
  return within({ runtime: job.wire.runtime, signal, timeout, timedOut }, (stop) =>
    toTarget({ ...job, options: { ...options, signal: stop } }),
  );
}

function limitsOf({ options, defaults }: Download): DownloadLimits {
  const {
    timeout = defaults.timeout,
    maxRetries = defaults.maxRetries,
    maxRetryWait = defaults.maxRetryWait,
  } = options;
  return { timeout, maxRetries, maxRetryWait };
}

async function toTarget(job: Download): Promise<Uint8Array | DownloadedFile | undefined> {
  const { target } = job;
  if (typeof target === "string") return toFile(target, job);
  if (target) return receive(job, () => streamSink(target));
  return receive(job, (file) => memorySink(file));
}

async function toFile(path: string, job: Download): Promise<DownloadedFile> {
  const file = await openFile(path, job.options.strategy ?? "fail");
  return file.existing ?? receive(job, file.sink);
}
