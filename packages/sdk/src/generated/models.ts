// Generated from the contract. Do not edit; run `npm run generate`.
import type { Model } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import type { GetModelCode } from "./codes.ts";
import type { ListModelsQuery } from "./queries.ts";

/** The generative models that an organization may use. */
export class Models {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List models.
   *
   * Returns the public models and the private ones of the organizations that the key reaches,
   * newest first. Costs one request.
   *
   * Needs the scope `models:read`.
   *
   * @param query - What to return.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The models that the key reaches, newest first.
   */
  list(query?: ListModelsQuery, options?: RequestOptions): List<Model> {
    return new List(this.core, { path: "/models", query }, options);
  }

  /**
   * Get a model.
   *
   * Returns a model with its card and the schema of its arguments. Costs one request.
   *
   * Needs the scope `models:read`.
   *
   * @param modelId - The model's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The model.
   */
  get(modelId: string, options?: RequestOptions): Call<Model, GetModelCode> {
    return this.core.call("GET", { path: "/models/{modelId}", ids: [modelId] }, options);
  }
}
