import { type MemberRole, roleScopes } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { requireGrantable } from "../api-keys/grants.ts";

/** Where somebody gets which role. */
interface RoleGrant {
  readonly organizationId: string;
  readonly role: MemberRole;
}

/**
 * An owner has every scope in an organization, for ever, and can remove the other owners. An API key makes one only if
 * it holds all of that itself: otherwise a key that leaked would become more than it is by an invitation to its finder.
 *
 * @throws ApiError PERMISSION_DENIED that names what the key does not hold
 */
export function requireRoleGrantable(
  { apiKey }: Pick<Principal, "apiKey">,
  { organizationId, role }: RoleGrant,
): void {
  if (apiKey === null || role !== "owner") return;
  const scopes = roleScopes[role];
  const after = { scopes, organizationIds: [organizationId], expiresAt: null, enabled: true };
  requireGrantable(apiKey, { after });
}
