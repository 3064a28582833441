import type { DatasetDownload } from "@sinkove/contract";
import { ArgumentError } from "../errors/client-errors.ts";
import type { Wire } from "../http/exchange.ts";
import type { RequestOptions } from "../options.ts";
import { openFile } from "./file-sink.ts";
import type { DownloadedFile, DownloadOptions } from "./options.ts";
import { receive } from "./receive.ts";
import { memorySink, streamSink } from "./sink.ts";

/** A download that is asked for: what to fetch, by which means, and where it goes. */
interface Order {
  /** Asks the API for a URL of the file. */
  readonly url: (options: RequestOptions) => Promise<DatasetDownload>;
  readonly wire: Wire;
  readonly target: string | WritableStream<Uint8Array> | undefined;
  /** `signal` ends it at the total limit too. */
  readonly options: DownloadOptions;
  /** The client's, for what the options leave out. */
  readonly defaults: Limits;
}

type Limits = Readonly<Record<"timeout" | "maxRetries" | "maxRetryWait", number>>;

/** An order whose limits are all given. */
export interface Download extends Order {
  readonly options: DownloadOptions & Limits;
}

/** Downloads a file; see `datasets.download`. */
export async function download(order: Order): Promise<Uint8Array | DownloadedFile | undefined> {
  const { target, defaults } = order;
  const {
    timeout = defaults.timeout,
    maxRetries = defaults.maxRetries,
    maxRetryWait = defaults.maxRetryWait,
  } = order.options;
  const options = { ...order.options, timeout, maxRetries, maxRetryWait, totalTimeout: 0 };
  const job = { ...order, options };
  if (typeof target === "string") return toFile(target, job);
  if (!target) return receive(job, (file) => memorySink(file));
  if ("getWriter" in target) return receive(job, () => streamSink(target));
  throw new ArgumentError(
    "Download into memory, to a path or to a WritableStream: Writable.toWeb makes one.",
  );
}

async function toFile(path: string, job: Download): Promise<DownloadedFile> {
  const file = await openFile(path, job.options.strategy);
  return file.existing ?? receive(job, file.sink);
}
