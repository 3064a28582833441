import { describe, expect, expectTypeOf, test } from "vitest";
import { operations, roleScopes } from "./operations.ts";
import type { MemberRole, Scope } from "./types.ts";

const all = Object.values(operations);
const needed = new Set(all.flatMap(({ scopes }) => scopes));

describe("operations", () => {
  test.each(all)("$id is public or says who may call it", ({ isPublic, schemes }) => {
    expect(schemes.length === 0).toBe(isPublic);
  });

  test("accept sessions, unless they are public", () => {
    const others = all.filter(({ isPublic, schemes }) => !isPublic && !schemes.includes("session"));
    expect(others).toEqual([]);
  });

  test("accept API keys, except those that only people may call", () => {
    const personal = all.filter(
      ({ isPublic, schemes }) => !isPublic && !schemes.includes("apiKey"),
    );
    expect(personal.map(({ id }) => id).sort()).toEqual([
      "acceptInvitation",
      "deleteMe",
      "deleteMembership",
    ]);
  });
});

describe("roleScopes", () => {
  test("gives an owner every scope that operations need", () => {
    expect(new Set(roleScopes.owner)).toEqual(needed);
  });

  test("gives a member what does not change the organization", () => {
    const lacking = roleScopes.owner.filter((scope) => !roleScopes.member.includes(scope));
    expect(lacking).toEqual([
      "members:write",
      "organizations:write",
      "webhooks:read",
      "webhooks:write",
    ]);
    expect(roleScopes.owner).toEqual(expect.arrayContaining([...roleScopes.member]));
  });

  test("is typed by role and scope", () => {
    expectTypeOf(roleScopes).toEqualTypeOf<{
      readonly [Role in MemberRole]: readonly Scope[];
    }>();
  });
});
