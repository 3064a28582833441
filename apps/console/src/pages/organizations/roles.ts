import type { MemberRole, Scope } from "@sinkove/contract";
import { roleScopes } from "@sinkove/contract";

/** What a role is called. */
export const ROLE_LABELS: Readonly<Record<MemberRole, string>> = {
  owner: "Owner",
  member: "Member",
};

/** The roles to choose from. */
export const ROLES = [
  { value: "member", label: ROLE_LABELS.member },
  { value: "owner", label: ROLE_LABELS.owner },
] as const;

/** What a role may do. */
export const ROLE_RIGHTS: Readonly<Record<MemberRole, string>> = {
  owner: "Does what a member does, and manages members, invitations and the organization.",
  member: "Uses the organization's models, datasets and credits.",
};

/** Whether a role allows what a scope names. The server decides by the same table. */
export function roleAllows(role: MemberRole | undefined, scope: Scope): boolean {
  if (role === undefined) return false;
  const scopes: readonly Scope[] = roleScopes[role] ?? [];
  return scopes.includes(scope);
}

/** The role that a text names; `member` for others. */
export function roleOf(text: string | null): MemberRole {
  return text === "owner" ? "owner" : "member";
}
