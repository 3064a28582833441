// Generated from the contract. Do not edit; run `npm run generate`.
import type { Member } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import type { UpdateMemberBody } from "./bodies.ts";
import type { DeleteMemberCode, UpdateMemberCode } from "./codes.ts";
import type { ListMembersQuery } from "./queries.ts";

/** The people who belong to an organization, and their roles. */
export class Members {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List members.
   *
   * Returns the people who belong to an organization, those who joined last first. Costs one
   * request.
   *
   * Needs the scope `members:read`.
   *
   * @param organizationId - The organization's id.
   * @param query - What to return.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns A page of members, newest first.
   */
  list(organizationId: string, query?: ListMembersQuery, options?: RequestOptions): List<Member> {
    return new List(
      this.core,
      { path: "/organizations/{organizationId}/members", ids: [organizationId], query },
      options,
    );
  }

  /**
   * Change the role of a member.
   *
   * Makes a person an owner or a member. What the person may do in the organization changes with
   * the response, and so does what their API keys may do there. The last owner cannot become a
   * member. An API key can make a person an owner only if it has every scope of an owner and no
   * expiry. Costs one request.
   *
   * Needs the scope `members:write`.
   *
   * @param organizationId - The organization's id.
   * @param accountId - The id of the person's account.
   * @param body - What to change about a member.
   * - `role`: What a person may do in an organization.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The member.
   */
  update(
    organizationId: string,
    accountId: string,
    body: UpdateMemberBody,
    options?: RequestOptions,
  ): Call<Member, UpdateMemberCode> {
    return this.core.call(
      "PATCH",
      {
        path: "/organizations/{organizationId}/members/{accountId}",
        ids: [organizationId, accountId],
        body,
      },
      options,
    );
  }

  /**
   * Remove a member.
   *
   * Removes a person from an organization. With the response, neither the person nor their API
   * keys reach it. Datasets stay. The last owner cannot be removed. Costs one request.
   *
   * Needs the scope `members:write`.
   *
   * @param organizationId - The organization's id.
   * @param accountId - The id of the person's account.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns Deleted. There is no body.
   */
  delete(
    organizationId: string,
    accountId: string,
    options?: RequestOptions,
  ): Call<void, DeleteMemberCode> {
    return this.core.call(
      "DELETE",
      {
        path: "/organizations/{organizationId}/members/{accountId}",
        ids: [organizationId, accountId],
      },
      options,
    );
  }
}
