import { type MemberRole, operations, roleScopes, type Scope } from "@sinkove/contract";

/** Every scope that an operation of the contract requires. */
export const ALL_SCOPES: readonly Scope[] = [
  ...new Set(Object.values(operations).flatMap(({ scopes }) => scopes)),
].sort();

/** Whether a role allows operations that need these scopes in its organization. */
export function roleAllows(role: MemberRole, scopes: readonly Scope[]): boolean {
  const own: readonly Scope[] = roleScopes[role];
  return scopes.every((scope) => own.includes(scope));
}
