// Generated from the contract. Do not edit; run `npm run generate`.
import type { Dataset, DatasetDownload } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import type { CreateDatasetBody } from "./bodies.ts";
import type {
  CreateDatasetCode,
  DeleteDatasetCode,
  GetDatasetCode,
  GetDatasetDownloadCode,
} from "./codes.ts";
import type { ListDatasetsQuery } from "./queries.ts";

/** Request datasets of synthetic images, follow their generation, download them. */
export class Datasets {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List all datasets.
   *
   * Returns the datasets of every organization that the key reaches, newest first. Filters
   * narrow the list and can be combined. Costs one request.
   *
   * Needs the scope `datasets:read`.
   *
   * @param query - What to return.
   * - `state` (optional): Only datasets in this state.
   * - `modelId` (optional): Only datasets of this model.
   * - `createdAfter` (optional): Only datasets that were created at this moment or later.
   * - `createdBefore` (optional): Only datasets that were created before this moment.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns Datasets, newest first.
   */
  list(query?: ListDatasetsQuery, options?: RequestOptions): List<Dataset> {
    return new List(this.core, { path: "/datasets", query }, options);
  }

  /**
   * Request a dataset.
   *
   * Requests a dataset and takes `numSamples` credits from the organization. The dataset is
   * generated in the background: poll it until its state is READY. `args` must satisfy the
   * model's `argsSchema`. Credits are given back if the generation fails. Without
   * `organizationId` the key must reach exactly one organization. Costs one request and one
   * credit a sample.
   *
   * Needs the scope `datasets:write`.
   *
   * @param body - The dataset to generate, and who pays for it.
   * - `organizationId` (optional): The organization that pays for and keeps the dataset. May
   *   be left out when the key reaches only one.
   * - `modelId`: The model to generate with.
   * - `numSamples`: How many samples (images) to generate; each costs one credit. A model may
   *   allow fewer. 1 to 1000.
   * - `args`: Arguments for the model, as its `argsSchema` says; for example a `prompt`.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The dataset. Its generation begins when its turn comes.
   */
  create(body: CreateDatasetBody, options?: RequestOptions): Call<Dataset, CreateDatasetCode> {
    return this.core.call("POST", { path: "/datasets", body }, options);
  }

  /**
   * Get a dataset.
   *
   * Returns a dataset with the state and progress of its generation. Costs one request.
   *
   * Needs the scope `datasets:read`.
   *
   * @param datasetId - The dataset's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The dataset.
   */
  get(datasetId: string, options?: RequestOptions): Call<Dataset, GetDatasetCode> {
    return this.core.call("GET", { path: "/datasets/{datasetId}", ids: [datasetId] }, options);
  }

  /**
   * Delete a dataset.
   *
   * Deletes a dataset and its archive. One that is waiting or being generated is cancelled, and
   * its credits are given back. Costs one request.
   *
   * Needs the scope `datasets:write`.
   *
   * @param datasetId - The dataset's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns Deleted. There is no body.
   */
  delete(datasetId: string, options?: RequestOptions): Call<void, DeleteDatasetCode> {
    return this.core.call("DELETE", { path: "/datasets/{datasetId}", ids: [datasetId] }, options);
  }

  /**
   * Get a dataset's download URL.
   *
   * Returns a presigned URL of the dataset's archive. Anyone who has the URL can fetch the
   * archive without an API key, until the URL expires or the presented key loses access to the
   * dataset. Costs one request.
   *
   * Needs the scope `datasets:read`.
   *
   * @param datasetId - The dataset's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns A presigned URL of the archive.
   */
  downloadUrl(
    datasetId: string,
    options?: RequestOptions,
  ): Call<DatasetDownload, GetDatasetDownloadCode> {
    return this.core.call(
      "GET",
      { path: "/datasets/{datasetId}/urls/download", ids: [datasetId] },
      options,
    );
  }
}
