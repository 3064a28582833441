import type { MemberRole, Scope } from "@sinkove/contract";
import { roleScopes } from "@sinkove/contract";

/** The labels of the roles. */
export const ROLE_LABELS: Readonly<Record<MemberRole, string>> = {
  owner: "Owner",
  member: "Member",
};

/** The roles as options of a select. */
export const ROLES = [
  { value: "member", label: ROLE_LABELS.member },
  { value: "owner", label: ROLE_LABELS.owner },
] as const;

/** Descriptions of what each role may do. */
export const ROLE_RIGHTS: Readonly<Record<MemberRole, string>> = {
  owner: "Does what a member does, and manages members, invitations and the organization.",
  member: "Uses the organization's models, datasets and credits.",
};

/** Whether a role includes a scope. The server uses the same table. */
export function roleAllows(role: MemberRole | undefined, scope: Scope): boolean {
  if (role === undefined) return false;
  const scopes: readonly Scope[] = roleScopes[role] ?? [];
  return scopes.includes(scope);
}

/** Parses a role. Unknown texts become `member`. */
export function roleOf(text: string | null): MemberRole {
  return text === "owner" ? "owner" : "member";
}
