import type { MemberRole, Scope } from "@sinkove/contract";
import { roleScopes } from "@sinkove/contract";

/** What a role is called. */
export const ROLE_LABELS: Readonly<Record<MemberRole, string>> = {
  owner: "Owner",
  member: "Member",
};

/** The roles to choose from, with what each may do. */
export const ROLES = [
  { value: "member", label: "Member: uses models, datasets and credits" },
  { value: "owner", label: "Owner: also manages members, invitations and the name" },
] as const;

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
