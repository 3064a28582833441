// Generated from the contract. Do not edit; run `npm run generate`.
import type { Invitation, IssuedInvitation } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import type { CreateInvitationBody } from "./bodies.ts";
import type { CreateInvitationCode, RevokeInvitationCode } from "./codes.ts";
import type { ListInvitationsQuery } from "./queries.ts";

/** Invite people to an organization. */
export class Invitations {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List invitations.
   *
   * Returns the invitations to an organization that were not accepted, revoked or expired,
   * newest first, and never a token. Costs one request.
   *
   * Needs the scope `members:read`.
   *
   * @param organizationId - The organization's id.
   * @param query - What to return.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns A page of open invitations, newest first.
   */
  list(
    organizationId: string,
    query?: ListInvitationsQuery,
    options?: RequestOptions,
  ): List<Invitation> {
    return new List(
      this.core,
      { path: "/organizations/{organizationId}/invitations", ids: [organizationId], query },
      options,
    );
  }

  /**
   * Invite a person.
   *
   * Invites a person to an organization by email. The link in the email works once and for seven
   * days, and only for a person who is signed in with that address and has confirmed it. An
   * earlier invitation of the same address is replaced. The response has the token of the link,
   * this once. It does not wait for the email. An organization can have 100 open invitations,
   * and an account can send 50 in an hour.
   *
   * An API key can invite an owner only if it has every scope of an owner and no expiry. An
   * invitation works only while its sender could still send it: not if the sender was removed
   * from the organization, became a member or was suspended, and not if the API key that sent it
   * was revoked or disabled. Costs one request.
   *
   * Needs the scope `members:write`.
   *
   * @param organizationId - The organization's id.
   * @param body - The person to invite.
   * - `email`: An email address. Upper and lower case are the same. 3 to 254 characters.
   * - `role` (optional): The role that the person gets. If absent, `member`.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The new invitation with its token, which is returned this once.
   */
  create(
    organizationId: string,
    body: CreateInvitationBody,
    options?: RequestOptions,
  ): Call<IssuedInvitation, CreateInvitationCode> {
    return this.core.call(
      "POST",
      { path: "/organizations/{organizationId}/invitations", ids: [organizationId], body },
      options,
    );
  }

  /**
   * Revoke an invitation.
   *
   * Revokes an invitation that was not accepted yet. Costs one request.
   *
   * Needs the scope `members:write`.
   *
   * @param organizationId - The organization's id.
   * @param invitationId - The invitation's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns Deleted. There is no body.
   */
  revoke(
    organizationId: string,
    invitationId: string,
    options?: RequestOptions,
  ): Call<void, RevokeInvitationCode> {
    return this.core.call(
      "DELETE",
      {
        path: "/organizations/{organizationId}/invitations/{invitationId}",
        ids: [organizationId, invitationId],
      },
      options,
    );
  }
}
