import type { OperationId } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";

/** Whose memberships an operation changes: those of the account in its path, or those of the caller. */
const CHANGED: { readonly [Id in OperationId]?: "member" | "caller" } = {
  updateMember: "member",
  deleteMember: "member",
  deleteMembership: "caller",
  createOrganization: "caller",
  acceptInvitation: "caller",
  deleteMe: "caller",
};

/**
 * The accounts whose other writes a request has to wait for. This way, no write is accepted with a right that was
 * removed, or while another write counts the same memberships.
 */
export function accountsChangedBy(
  id: OperationId,
  { account }: Principal,
  { accountId }: Readonly<Record<string, unknown>>,
): readonly string[] {
  const changed = CHANGED[id];
  if (changed === "caller") return [account.id];
  return changed === "member" && typeof accountId === "string" ? [accountId] : [];
}
