// Generated from the contract. Do not edit; run `npm run generate`.
import type { CreditEntry, Organization } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import { Datasets } from "../resources/datasets.ts";
import type { CreateOrganizationBody, UpdateOrganizationBody } from "./bodies.ts";
import type {
  CreateOrganizationCode,
  DeleteOrganizationCode,
  GetOrganizationCode,
  UpdateOrganizationCode,
} from "./codes.ts";
import type { ListCreditEntriesQuery, ListOrganizationsQuery } from "./queries.ts";

/** Groups of people, models and datasets. An account belongs to any number of them. */
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
    return new List(this.core, { path: "/organizations", query }, options);
  }

  /**
   * Create an organization.
   *
   * Creates an organization without credits. The account that the API key or the session belongs
   * to becomes its owner. A key that is limited to some organizations cannot create others. An
   * account can belong to 100 organizations. Costs one request.
   *
   * Needs the scope `organizations:write`.
   *
   * @param body - The organization to create.
   * - `name`: The organization's name. No control characters, not blank. 1 to 100 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The new organization.
   */
  create(
    body: CreateOrganizationBody,
    options?: RequestOptions,
  ): Call<Organization, CreateOrganizationCode> {
    return this.core.call("POST", { path: "/organizations", body }, options);
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
      "GET",
      { path: "/organizations/{organizationId}", ids: [organizationId] },
      options,
    );
  }

  /**
   * Change an organization.
   *
   * Changes the name of an organization, what happens to its API keys when they leak, or how few
   * credits are low. Fields that are left out stay as they are. Costs one request.
   *
   * Needs the scope `organizations:write`.
   *
   * @param organizationId - The organization's id.
   * @param body - What to change about an organization. Fields that are left out stay as they
   *   are.
   * - `name` (optional): The organization's name. No control characters, not blank. 1 to 100
   *   characters.
   * - `leakPolicy` (optional): What happens to an API key that was found where others can read
   *   it. A key that reaches several organizations follows the strictest of their policies:
   *   `revoke`, then `disable`, then `notify`. A key that reaches none is revoked.
   * - `lowCreditsThreshold` (optional): The organization's credits are low while it has fewer
   *   than this. When they become low, the organization's webhook endpoints get `credits.low`
   *   and its owners get an email. Null means that nobody is told. 1 to 1000000000.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The organization.
   */
  update(
    organizationId: string,
    body: UpdateOrganizationBody,
    options?: RequestOptions,
  ): Call<Organization, UpdateOrganizationCode> {
    return this.core.call(
      "PATCH",
      { path: "/organizations/{organizationId}", ids: [organizationId], body },
      options,
    );
  }

  /**
   * Delete an organization.
   *
   * Deletes an organization that has no datasets, with its members, invitations, models and
   * credits. Costs one request.
   *
   * Needs the scope `organizations:write`.
   *
   * @param organizationId - The organization's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns Deleted. There is no body.
   */
  delete(organizationId: string, options?: RequestOptions): Call<void, DeleteOrganizationCode> {
    return this.core.call(
      "DELETE",
      { path: "/organizations/{organizationId}", ids: [organizationId] },
      options,
    );
  }

  /**
   * List credit entries.
   *
   * Returns what changed the credits of an organization, newest first: credits that were given
   * to it, the datasets that took some, and the refunds of those that failed. The sum of all
   * entries is the organization's `credits`. Costs one request.
   *
   * Needs the scope `organizations:read`.
   *
   * @param organizationId - The organization's id.
   * @param query - What to return.
   * - `kind` (optional): Only entries of this kind.
   * - `createdAfter` (optional): Only entries that were made at this moment or later.
   * - `createdBefore` (optional): Only entries that were made before this moment.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns A page of credit entries, newest first.
   */
  creditEntries(
    organizationId: string,
    query?: ListCreditEntriesQuery,
    options?: RequestOptions,
  ): List<CreditEntry> {
    return new List(
      this.core,
      { path: "/organizations/{organizationId}/credit-entries", ids: [organizationId], query },
      options,
    );
  }

  /**
   * The datasets of one of the organizations: the same methods as `sinkove.datasets`.
   *
   * @param organizationId - The organization's id.
   */
  datasets(organizationId: string): Datasets {
    return new Datasets(
      this.core.within({ path: "/organizations/{organizationId}", ids: [organizationId] }),
    );
  }
}
