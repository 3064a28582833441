import type { Handlers } from "./operation.ts";
import { ApiError } from "./problem.ts";

const missing = (): never => {
  throw new ApiError("NOT_FOUND", "This operation is not there yet.");
};

type Unfinished =
  | "deleteMe"
  | "deleteMembership"
  | "createOrganization"
  | "updateOrganization"
  | "deleteOrganization"
  | "listMembers"
  | "updateMember"
  | "deleteMember"
  | "listInvitations"
  | "createInvitation"
  | "revokeInvitation"
  | "acceptInvitation";

/** Operations that have no handlers yet. */
export const unfinishedHandlers: Pick<Handlers, Unfinished> = {
  deleteMe: missing,
  deleteMembership: missing,
  createOrganization: missing,
  updateOrganization: missing,
  deleteOrganization: missing,
  listMembers: missing,
  updateMember: missing,
  deleteMember: missing,
  listInvitations: missing,
  createInvitation: missing,
  revokeInvitation: missing,
  acceptInvitation: missing,
};
