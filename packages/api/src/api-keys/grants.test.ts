import { describe, expect, it } from "vitest";
import { covers, type Grant, grows } from "./grants.ts";

const WRITER: Grant = {
  scopes: ["datasets:read", "datasets:write"],
  organizationIds: ["a", "b"],
  expiresAt: 1000,
};
const ALL: Grant = { ...WRITER, organizationIds: null, expiresAt: null };

describe("covers", () => {
  it.each<[string, Partial<Grant>]>([
    ["a scope", { scopes: [...WRITER.scopes, "models:read"] }],
    ["an organization", { organizationIds: ["a", "b", "c"] }],
    ["organizations that come later", { organizationIds: null }],
    ["a millisecond", { expiresAt: 1001 }],
    ["an end that never comes", { expiresAt: null }],
  ])("does not hold for a grant that has %s more", (_, more) => {
    expect(covers(WRITER, { ...WRITER, ...more })).toBe(false);
    expect(covers({ ...WRITER, ...more }, WRITER)).toBe(true);
  });

  it("does not hold for a grant that has more of one part and less of the others", () => {
    const later: Grant = { scopes: ["datasets:read"], organizationIds: ["a"], expiresAt: 1001 };
    expect(covers(WRITER, later)).toBe(false);
    expect(covers(later, WRITER)).toBe(false);
  });

  it("holds for itself, and for all that is less", () => {
    for (const grant of [WRITER, ALL]) expect(covers(grant, grant)).toBe(true);
    expect(covers(ALL, WRITER)).toBe(true);
  });
});

describe("grows", () => {
  const on = { ...WRITER, enabled: true };
  const off = { ...WRITER, enabled: false };

  it("holds for a new key, and for one that is enabled, whatever else is taken away", () => {
    expect(grows(undefined, on)).toBe(true);
    expect(grows(off, { ...on, scopes: ["datasets:read"], expiresAt: 1 })).toBe(true);
  });

  it("holds for what a disabled key will have when it is enabled", () => {
    expect(grows(off, { ...off, expiresAt: null })).toBe(true);
  });

  it("does not hold for a key that stays as it is, is disabled or narrowed", () => {
    for (const after of [on, off, { ...on, organizationIds: ["a"] }, { ...on, expiresAt: 1 }]) {
      expect(grows(on, after)).toBe(false);
    }
    expect(grows(off, off)).toBe(false);
  });
});
