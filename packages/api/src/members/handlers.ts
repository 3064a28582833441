import type { Member } from "@sinkove/contract";
import { readPage, takePage } from "../http/pagination.ts";
import { ApiError } from "../http/problem.ts";
import { toTimestampOrNull } from "../moment.ts";
import type { Context, Handlers } from "../operation.ts";
import { lockOrganization } from "../organizations/lock.ts";
import type { MemberRecord, PageRequest } from "../store/store.ts";
import { requireAnotherOwner } from "./owners.ts";
import { requireRoleGrantable } from "./role-grants.ts";

/** Handlers of the tag "Members". */
export const memberHandlers: Pick<Handlers, "listMembers" | "updateMember" | "deleteMember"> = {
  async listMembers(context) {
    const { store, parameters } = context;
    const members = await store.listMembers(parameters.organizationId);
    const all = members.map((each) => ({ ...each, ...positionOf(each) }));
    const list = async (page: PageRequest) => takePage(all, page);
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map(present), headers };
  },

  async updateMember(context) {
    const { store, body, principal, parameters } = context;
    const { member, members } = await findMember(context);
    const { organizationId } = parameters;
    if (member.role !== body.role)
      requireRoleGrantable(principal, { organizationId, role: body.role });
    if (body.role !== "owner") requireAnotherOwner(members, member.accountId);
    await store.updateMembership(member, body.role);
    return { status: 200, body: present({ ...member, role: body.role }) };
  },

  async deleteMember(context) {
    const { member, members } = await findMember(context);
    requireAnotherOwner(members, member.accountId);
    await context.store.deleteMembership(member);
    return { status: 204, body: undefined };
  },
};

/** @throws ApiError MEMBER_NOT_FOUND */
async function findMember(context: Context<"updateMember"> | Context<"deleteMember">) {
  const { store, parameters } = context;
  const { organizationId, accountId } = parameters;
  await lockOrganization(store, organizationId);
  const members = await store.listMembers(organizationId);
  const member = members.find((each) => each.accountId === accountId);
  if (member) return { member, members };
  const detail = `The organization has no member with the account id ${accountId}. List its members with GET /organizations/${organizationId}/members.`;
  throw new ApiError("MEMBER_NOT_FOUND", detail);
}

/** Members who joined before the time was recorded come last. */
function positionOf({ joinedAt, accountId }: MemberRecord) {
  return { createdAt: joinedAt ?? 0, id: accountId };
}

function present({ accountId, name, email, role, joinedAt }: MemberRecord): Member {
  return { accountId, name, email, role, joinedAt: toTimestampOrNull(joinedAt) };
}
