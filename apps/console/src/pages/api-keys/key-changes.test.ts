import { describe, expect, it } from "vitest";
import { changesOf, type KeyValues } from "./key-changes.ts";

const now = Date.parse("2026-11-30T12:00:00Z");
const before: KeyValues = {
  ...{ name: "CI", scopes: ["datasets:read"], organizationIds: null, rateLimit: null },
  expiry: { choice: "keep", date: "" },
};

describe("changesOf", () => {
  it("sends nothing if nothing changed", () => {
    expect(changesOf(before, { ...before, name: " CI " }, now)).toBeUndefined();
  });

  it("sends only the members that changed", () => {
    const after: KeyValues = { ...before, scopes: ["datasets:read", "models:read"] };
    expect(changesOf(before, after, now)).toEqual({ scopes: ["datasets:read", "models:read"] });
  });

  it("sends null for a limit that was taken away and for an end that was", () => {
    const limited: KeyValues = { ...before, rateLimit: { limit: 5, windowSeconds: 60 } };
    const after: KeyValues = { ...before, expiry: { choice: "never", date: "" } };
    expect(changesOf(limited, after, now)).toEqual({ rateLimit: null, expiresAt: null });
  });

  it("counts a new life from now", () => {
    const after: KeyValues = { ...before, expiry: { choice: "30", date: "" } };
    expect(changesOf(before, after, now)).toEqual({ expiresAt: "2026-12-30T12:00:00.000Z" });
  });
});
