import type { Organization, QueryOf } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { CodesOf, Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import { Datasets } from "./datasets.ts";

/** The organizations that the key reaches. */
export class Organizations {
  readonly #core: Core;

  /** @internal */
  constructor(core: Core) {
    this.#core = core;
  }

  /** All organizations that the key reaches. */
  list(query: QueryOf<"listOrganizations"> = {}, options?: RequestOptions): List<Organization> {
    return new List(this.#core, { method: "GET", path: "/organizations", query }, options);
  }

  /** An organization, with its credits. */
  get(
    organizationId: string,
    options?: RequestOptions,
  ): Call<Organization, CodesOf<"getOrganization">> {
    const path = "/organizations/{organizationId}";
    return this.#core.call({ method: "GET", path, params: { organizationId } }, options);
  }

  /** The datasets of one organization: the same methods as `sinkove.datasets`. */
  datasets(organizationId: string): Datasets {
    return new Datasets(this.#core, organizationId);
  }
}
