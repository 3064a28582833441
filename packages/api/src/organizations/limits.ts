import type { Principal } from "../access/authentication.ts";
import { ApiError } from "../http/problem.ts";
import type { Services } from "../services.ts";

/** A request that makes an account belong to one more organization. */
interface JoiningRequest {
  readonly principal: Pick<Principal, "memberships">;
  readonly services: Pick<Services, "organizationLimit">;
}

/**
 * Each request of an account reads all of its memberships, and a change of one of its keys is an event in each of its
 * organizations, so their number is limited. Call this with the memberships locked, for a key or a person that reaches
 * all of them.
 *
 * @throws ApiError ORGANIZATION_LIMIT_REACHED
 */
export function requireRoomForOrganization({ principal, services }: JoiningRequest): void {
  const { organizationLimit } = services;
  if (principal.memberships.length < organizationLimit) return;
  const detail = `The account belongs to ${organizationLimit} organizations, and cannot belong to more. Leave or delete those that are no longer needed.`;
  throw new ApiError("ORGANIZATION_LIMIT_REACHED", detail);
}
