import type { MemberRole, Organization } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import type { OrganizationRecord } from "../store/records.ts";

/** An organization as one of its members sees it. */
export function presentOrganization(
  { id, name, credits, leakPolicy, lowCreditsThreshold }: OrganizationRecord,
  role: MemberRole,
): Organization {
  return { id, name, credits, role, leakPolicy, lowCreditsThreshold };
}

/** Organizations of the principal, each with the role of its account; others are left out. */
export function presentOwn(
  organizations: readonly OrganizationRecord[],
  { memberships }: Principal,
): Organization[] {
  return organizations.flatMap((each) => {
    const own = memberships.find(({ organizationId }) => organizationId === each.id);
    return own ? presentOrganization(each, own.role) : [];
  });
}
