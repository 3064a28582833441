import { type MemberRole, roleScopes } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { requireGrantable } from "../api-keys/grants.ts";

/** A role that somebody gets in an organization. */
interface RoleGrant {
  readonly organizationId: string;
  readonly role: MemberRole;
}

/**
 * An owner has every scope in an organization, without expiry, and can remove the other owners. An API key can make
 * somebody an owner only if it holds all of that itself. Otherwise, whoever finds a leaked key could invite themselves
 * and gain more rights than the key has.
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
