import type { DatasetDownload } from "@sinkove/contract";
import { ArgumentError, TimeoutError } from "../errors/client-errors.ts";
import { judged } from "../http/arguments.ts";
import type { Wire } from "../http/wire.ts";
import { within } from "../http/within.ts";
import type { Limits } from "../limits.ts";
import type { RequestOptions } from "../options.ts";
import type { Given } from "../read-options.ts";
import { openFile } from "./file-sink.ts";
import type { DownloadedFile, DownloadOptions } from "./options.ts";
import { receive } from "./receive.ts";
import { memorySink, streamSink } from "./sink.ts";

/** What to download, how, and the destination. */
interface Order {
  /** Asks the API for a URL of the file. */
  readonly url: (options: RequestOptions) => Promise<DatasetDownload>;
  readonly wire: Wire;
  readonly target: string | WritableStream<Uint8Array> | undefined;
  readonly options: Given<DownloadOptions>;
}

/** A download with all of its limits. Its signal also aborts when the total limit has passed. */
export interface Download extends Order {
  readonly onProgress: DownloadOptions["onProgress"];
  readonly options: Given<DownloadOptions> & Limits & { readonly signal: AbortSignal };
}

/** Downloads a file; see `datasets.download`. */
export async function download(order: Order): Promise<Uint8Array | DownloadedFile | undefined> {
  const { wire, options } = order;
  const { totalTimeout: timeout, ...limits } = { ...wire.limits, ...options };
  const timedOut = () => new TimeoutError("The download", timeout);
  const onProgress = wire.observer.hook(options.onProgress);
  return within({ ...wire, ...options, timeout, timedOut }, (signal) =>
    fetchTo({ ...order, onProgress, options: { ...limits, totalTimeout: 0, signal } }),
  );
}

async function fetchTo(job: Download): Promise<Uint8Array | DownloadedFile | undefined> {
  const { target } = job;
  if (typeof target === "string") {
    const file = await openFile(target, job.options.strategy);
    return file.existing ?? receive(job, file.sink);
  }
  if (!target) return receive(job, memorySink);
  if (judged(() => typeof target === "object" && "getWriter" in target))
    return receive(job, () => judged(() => streamSink(target)));
  throw new ArgumentError(
    "Download into memory, to a path or to a WritableStream: Writable.toWeb makes one.",
  );
}
