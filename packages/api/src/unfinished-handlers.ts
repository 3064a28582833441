import { ApiError } from "./problem.ts";

const missing = (): never => {
  throw new ApiError("NOT_FOUND", "This operation is not there yet.");
};

/** Operations that have no handlers yet. */
export const unfinishedHandlers = {
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
