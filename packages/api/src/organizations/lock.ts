import { permissionDenied } from "../access/authorization.ts";
import type { ApiError } from "../http/problem.ts";
import type { OrganizationRecord } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";

/**
 * Keeps an organization, its members and its invitations as they are until the write ends.
 *
 * @throws ApiError PERMISSION_DENIED if it was deleted since the request was authorized
 */
export async function lockOrganization(
  store: Pick<StoreWriter, "lockOrganization">,
  id: string,
): Promise<OrganizationRecord> {
  const organization = await store.lockOrganization(id);
  if (organization) return organization;
  throw organizationGone();
}

/** A 403 for an organization that was deleted since the request was authorized. */
export function organizationGone(): ApiError {
  return permissionDenied("The organization was deleted. Use another one.", [], "organization");
}
