import type { CreateDatasetRequest, Dataset, DatasetDownload, QueryOf } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { CodesOf, Core, Operation } from "../core.ts";
import type { DownloadedFile, DownloadOptions } from "../download/options.ts";
import { within } from "../http/within.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import { DatasetWait, type WaitOptions } from "../wait.ts";

/** Filters of a list of datasets; dates may be `Date`s. */
export interface ListDatasetsQuery
  extends Omit<QueryOf<"listDatasets">, "createdAfter" | "createdBefore"> {
  readonly createdAfter?: string | Date;
  readonly createdBefore?: string | Date;
}

/** Datasets of synthetic images: of all organizations that the key reaches, or of one. */
export class Datasets {
  readonly #core: Core;
  readonly #organizationId: string | undefined;

  /** @internal */
  constructor(core: Core, organizationId?: string) {
    this.#core = core;
    this.#organizationId = organizationId;
  }

  /** The datasets that the key may see, newest first. Nothing is sent before it is read. */
  list(query: ListDatasetsQuery = {}, options?: RequestOptions): List<Dataset> {
    return new List(this.#core, this.#at("GET", "", { query }), options);
  }

  /**
   * Asks for a dataset to be generated. It costs credits, and takes minutes: see {@link wait}.
   *
   * @example
   * await sinkove.datasets.create({ modelId, numSamples: 50, args: { prompt: "cardiomegaly" } });
   */
  create(
    body: CreateDatasetRequest,
    options?: RequestOptions,
  ): Call<Dataset, CodesOf<"createDataset">> {
    return this.#core.call(this.#at("POST", "", { body }), options);
  }

  /** A dataset as it is now. */
  get(datasetId: string, options?: RequestOptions): Call<Dataset, CodesOf<"getDataset">> {
    return this.#core.call(this.#at("GET", "/{datasetId}", { datasetId }), options);
  }

  /** Deletes a dataset and its file, for good. */
  delete(datasetId: string, options?: RequestOptions): Call<void, CodesOf<"deleteDataset">> {
    return this.#core.call(this.#at("DELETE", "/{datasetId}", { datasetId }), options);
  }

  /**
   * A URL of the dataset's file that works for an hour without a key. It is a secret: who has the
   * object, or a log of it, has the file.
   */
  downloadUrl(
    datasetId: string,
    options?: RequestOptions,
  ): Call<DatasetDownload, CodesOf<"getDatasetDownload">> {
    const path = "/{datasetId}/urls/download";
    return this.#core.call(this.#at("GET", path, { datasetId }), options);
  }

  /**
   * Waits until a dataset is ready: await it, or read its progress with `for await`. Nothing is
   * sent before either. The state is the server's: wait again at any time, in any process.
   *
   * @throws DatasetError when it fails or expires.
   * @example
   * await sinkove.datasets.wait(id, { onProgress: (dataset) => console.log(dataset.metadata) });
   */
  wait(datasetId: string, options: WaitOptions = {}): DatasetWait {
    const { runtime } = this.#core.init.transport.init;
    return new DatasetWait({ ask: (request) => this.get(datasetId, request), options, runtime });
  }

  /**
   * Downloads a dataset's file: into memory, to a `WritableStream`, or (where there is a file
   * system) to a path. Broken connections are resumed and the SHA-256 is checked; under its path
   * there is never a file that is not whole.
   *
   * @throws DownloadError when the file exists already, or its checksum is wrong.
   * @example
   * await sinkove.datasets.download(id, "cardiomegaly.zip", { strategy: "replace" });
   */
  download(datasetId: string, target?: undefined, options?: DownloadOptions): Promise<Uint8Array>;
  download(datasetId: string, target: string, options?: DownloadOptions): Promise<DownloadedFile>;
  download(
    datasetId: string,
    target: WritableStream<Uint8Array>,
    options?: DownloadOptions,
  ): Promise<undefined>;
  async download(
    datasetId: string,
    target?: string | WritableStream<Uint8Array>,
    options: DownloadOptions = {},
  ): Promise<Uint8Array | DownloadedFile | undefined> {
    const { init: wire } = this.#core.init.transport;
    const { runtime } = wire;
    const { signal } = options;
    // Loaded when it is needed: programs that download nothing do not carry it.
    const load = () => import("../download/download.ts");
    const { download } = await within({ runtime, signal }, load);
    const url = (request: RequestOptions) => this.downloadUrl(datasetId, request);
    return download({ url, wire, target, options });
  }

  #at(
    method: Operation["method"],
    below: "" | "/{datasetId}" | "/{datasetId}/urls/download",
    { datasetId, ...sent }: { datasetId?: string } & Pick<Operation, "query" | "body">,
  ): Operation {
    const organizationId = this.#organizationId;
    const above = organizationId === undefined ? "" : "/organizations/{organizationId}";
    const path = `${above}/datasets${below}` as const;
    return { method, path, params: { datasetId, organizationId }, ...sent };
  }
}
