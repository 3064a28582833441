import { DownloadCall } from "../download/download-call.ts";
import type { DownloadedFile, DownloadOptions } from "../download/options.ts";
import { Datasets as GeneratedDatasets } from "../generated/datasets.ts";
import { within } from "../http/within.ts";
import { load } from "../load.ts";
import type { RequestOptions } from "../options.ts";
import { readOptions } from "../read-options.ts";
import { DatasetWait, type WaitOptions } from "../wait.ts";

type Target = string | WritableStream<Uint8Array> | undefined;
type Downloaded = Uint8Array | DownloadedFile | undefined;

/** Datasets of synthetic images, of one organization or of all that the key has access to. */
export class Datasets extends GeneratedDatasets {
  /**
   * Waits until a dataset is ready: use `await`, or `for await` to read its progress. No request is
   * sent before that. The server has the state, so you can wait again at any time, in any process.
   *
   * @throws DatasetError when it fails or expires.
   * @example
   * await sinkove.datasets.wait(id, { onProgress: (dataset) => console.log(dataset.metadata) });
   */
  wait(datasetId: string, options?: WaitOptions): DatasetWait {
    const ask = (request: RequestOptions) => this.get(datasetId, request);
    return new DatasetWait({ ask, options, wire: this.core.wire });
  }

  /**
   * Downloads the file of a dataset into memory, to a `WritableStream`, or to a path if there is a
   * file system. Resumes after broken connections, and checks the SHA-256. The path only ever has a
   * complete file.
   *
   * @throws DownloadError when the file exists already, or its checksum is wrong.
   * @example
   * await sinkove.datasets.download(id, "cardiomegaly.zip", { strategy: "replace" });
   */
  download(
    datasetId: string,
    target?: undefined,
    options?: DownloadOptions,
  ): DownloadCall<Uint8Array>;
  download(
    datasetId: string,
    target: string,
    options?: DownloadOptions,
  ): DownloadCall<DownloadedFile>;
  download(
    datasetId: string,
    target: WritableStream<Uint8Array>,
    options?: DownloadOptions,
  ): DownloadCall<undefined>;
  download(
    datasetId: string,
    target?: Target,
    options?: DownloadOptions,
  ): DownloadCall<Downloaded> {
    // The cast is safe because the class inherits `resolve`, which returns one of its own.
    return DownloadCall.resolve(
      this.#download(datasetId, target, options),
    ) as DownloadCall<Downloaded>;
  }

  async #download(
    datasetId: string,
    target: Target,
    given: DownloadOptions | undefined,
  ): Promise<Downloaded> {
    const { wire } = this.core;
    const { runtime } = wire;
    const options = readOptions(given);
    const { signal } = options;
    const { download } = await within({ runtime, signal }, () =>
      load(() => import("../download/download.ts")),
    );
    const url = (request: RequestOptions) => this.downloadUrl(datasetId, request);
    return download({ url, wire, target, options });
  }
}
