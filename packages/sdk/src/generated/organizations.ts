// Generated from the contract. Do not edit; run `npm run generate`.
import type { Organization } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import { Datasets } from "../resources/datasets.ts";
import type { GetOrganizationCode } from "./codes.ts";
import type { ListOrganizationsQuery } from "./queries.ts";

/** Groups of users, models and datasets that an account belongs to. */
export class Organizations {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List organizations.
   *
   * Returns the organizations that the key reaches, newest first. Costs one request.
   *
   * Needs the scope `organizations:read`.
   *
   * @param query - What to return.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The organizations that the key reaches, newest first.
   */
  list(query?: ListOrganizationsQuery, options?: RequestOptions): List<Organization> {
    return new List(this.core, { method: "GET", path: "/organizations", query }, options);
  }

  /**
   * Get an organization.
   *
   * Returns an organization and how many credits it has left. Costs one request.
   *
   * Needs the scope `organizations:read`.
   *
   * @param organizationId - The organization's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The organization.
   */
  get(organizationId: string, options?: RequestOptions): Call<Organization, GetOrganizationCode> {
    return this.core.call(
      { method: "GET", path: "/organizations/{organizationId}", params: { organizationId } },
      options,
    );
  }

  /**
   * The datasets of one of the organizations: the same methods as `sinkove.datasets`.
   *
   * @param organizationId - The organization's id.
   */
  datasets(organizationId: string): Datasets {
    return new Datasets(this.core.within("/organizations/{organizationId}", { organizationId }));
  }
}
