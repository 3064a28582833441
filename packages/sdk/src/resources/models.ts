import type { Model, QueryOf } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { CodesOf, Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";

/** The generative models that the key may use. */
export class Models {
  readonly #core: Core;

  /** @internal */
  constructor(core: Core) {
    this.#core = core;
  }

  /** All models that the key may use. */
  list(query: QueryOf<"listModels"> = {}, options?: RequestOptions): List<Model> {
    return new List(this.#core, { method: "GET", path: "/models", query }, options);
  }

  /** A model, with the JSON Schema of its `args`. */
  get(modelId: string, options?: RequestOptions): Call<Model, CodesOf<"getModel">> {
    return this.#core.call(
      { method: "GET", path: "/models/{modelId}", params: { modelId } },
      options,
    );
  }
}
