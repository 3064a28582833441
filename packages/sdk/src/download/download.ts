import type { DatasetDownload } from "@sinkove/contract";
import type { Wire } from "../http/attempt.ts";
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
  /** With the client's, where the call leaves them out; `signal` ends it at the total limit too. */
  readonly options: DownloadOptions;
}

/** Downloads a file; see `datasets.download`. */
export async function download(job: Download): Promise<Uint8Array | DownloadedFile | undefined> {
  const { target } = job;
  if (typeof target === "string") return toFile(target, job);
  if (target) return receive(job, () => streamSink(target));
  return receive(job, (file) => memorySink(file));
}

async function toFile(path: string, job: Download): Promise<DownloadedFile> {
  const file = await openFile(path, job.options.strategy ?? "fail");
  return file.existing ?? receive(job, file.sink);
}
