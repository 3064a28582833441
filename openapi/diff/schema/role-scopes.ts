import type { Verdict } from "../change.ts";

/**
 * Compares the scopes of roles (`x-scopes`). People and their API keys lose the scopes that their role loses. The order
 * of scopes only matters for the docs.
 */
export function judgeRoleScopes(was: unknown, is: unknown): readonly [Verdict, string] {
  const [before, after] = [scopesByRole(was), scopesByRole(is)];
  const changes = [...new Set([...before.keys(), ...after.keys()])].map((role) => {
    const [old, now] = [
      before.get(role) ?? new Set<string>(),
      after.get(role) ?? new Set<string>(),
    ];
    return { role, lost: [...old.difference(now)], gained: [...now.difference(old)] };
  });
  const told = changes.filter(({ lost, gained }) => lost.length + gained.length > 0).map(textOf);
  if (told.length === 0) return ["docs", "the x-scopes changed"];
  const text = told.join("; ");
  if (changes.every(({ lost }) => lost.length === 0)) return ["compatible", text];
  return ["breaking", `${text}: callers with the role are refused`];
}

interface RoleChange {
  readonly role: string;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

function textOf({ role, lost, gained }: RoleChange): string {
  const parts = [
    ...(lost.length > 0 ? [`loses ${lost.join(", ")}`] : []),
    ...(gained.length > 0 ? [`gains ${gained.join(", ")}`] : []),
  ];
  return `the role ${role} ${parts.join(" and ")}`;
}

function scopesByRole(roles: unknown): Map<string, Set<string>> {
  return new Map(
    Object.entries(Object(roles)).map(([role, scopes]) => [
      role,
      new Set(Array.isArray(scopes) ? scopes.map(String) : []),
    ]),
  );
}
