import type { Invitation } from "@sinkove/contract";
import { actorOf, creatorIn } from "../audit/actor.ts";
import { readPage, takePage } from "../http/pagination.ts";
import { ApiError } from "../http/problem.ts";
import { requireRoleGrantable } from "../members/role-grants.ts";
import { toTimestamp } from "../moment.ts";
import type { Context, Handlers } from "../operation.ts";
import { lockOrganization } from "../organizations/lock.ts";
import { addressKey } from "../people/address.ts";
import { uuidV7 } from "../random.ts";
import type { InvitationRecord } from "../store/records.ts";
import type { PageRequest } from "../store/store.ts";
import { acceptInvitation, invitationNotFound } from "./acceptance.ts";
import { requireRoomForInvitation } from "./limits.ts";
import { newInvitationToken } from "./token.ts";

/** How long an invitation can be accepted, in milliseconds. */
const LIFE = 7 * 24 * 60 * 60 * 1000;

/** Handlers of the tag "Invitations". */
export const invitationHandlers: Pick<
  Handlers,
  "listInvitations" | "createInvitation" | "revokeInvitation" | "acceptInvitation"
> = {
  async listInvitations(context) {
    const { store, parameters, now } = context;
    const all = await store.listInvitations(parameters.organizationId, now);
    const list = async (page: PageRequest) => takePage(all, page);
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map(present), headers };
  },

  async createInvitation(context) {
    const { store, parameters, body, principal, services, prefix } = context;
    const { organizationId } = parameters;
    const { role = "member" } = body;
    requireRoleGrantable(principal, { organizationId, role });
    const organization = await lockOrganization(store, organizationId);
    await refuseMember(context);
    await store.deleteInvitationsTo(organizationId, body.email);
    await requireRoomForInvitation(context);
    const token = newInvitationToken(services.random);
    const invitation = await invitationOf(context, token);
    await store.insertInvitation(invitation);
    const { email, expiresAt } = invitation;
    const invitedBy = principal.apiKey ? null : principal.account.name;
    const mail = { email, role, organizationName: organization.name, invitedBy, token, expiresAt };
    const inBackground = async () => services.people?.sendInvitation(mail);
    const { id } = invitation;
    const headers = { Location: `${prefix}/organizations/${organizationId}/invitations/${id}` };
    return { status: 201, body: { ...present(invitation), token }, headers, inBackground };
  },

  async revokeInvitation({ store, parameters }) {
    const { organizationId, invitationId } = parameters;
    await lockOrganization(store, organizationId);
    const isDeleted = await store.deleteInvitation(organizationId, invitationId);
    if (!isDeleted) throw invitationNotFound();
    return { status: 204, body: undefined };
  },

  acceptInvitation,
};

/** @throws ApiError ALREADY_MEMBER */
async function refuseMember({ store, parameters, body }: Context<"createInvitation">) {
  const members = await store.listMembers(parameters.organizationId);
  const key = addressKey(body.email);
  if (!members.some(({ email }) => email !== null && addressKey(email) === key)) return;
  const detail = `${body.email} is already a member of the organization.`;
  throw new ApiError("ALREADY_MEMBER", detail);
}

async function invitationOf(
  { services, parameters, body, principal, now }: Context<"createInvitation">,
  token: string,
): Promise<InvitationRecord> {
  return {
    id: uuidV7(now, services.random),
    organizationId: parameters.organizationId,
    email: body.email,
    role: body.role ?? "member",
    hash: await services.hash(token),
    createdAt: now,
    expiresAt: now + LIFE,
    ...creatorIn(principal),
  };
}

function present(invitation: InvitationRecord): Invitation {
  const { id, organizationId, email, role, createdAt, expiresAt } = invitation;
  return {
    id,
    organizationId,
    email,
    role,
    createdAt: toTimestamp(createdAt),
    expiresAt: toTimestamp(expiresAt),
    createdBy: actorOf(invitation.createdByApiKeyId, invitation.createdByAccountId),
  };
}
