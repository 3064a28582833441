import type { ApiKey } from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { filterKeys, readKeyFilter, searchOf } from "./key-filter.ts";

const key = (name: string, status: ApiKey["status"] = "active"): ApiKey => ({
  ...{ id: name, name, environment: "live", prefix: "sinkove_live_aB3x", last4: "wXyZ" },
  ...{ scopes: ["datasets:read"], organizationIds: null, status, enabled: true },
  ...{ createdAt: "2026-11-01T00:00:00Z", expiresAt: null, lastUsedAt: null, revokedAt: null },
  ...{ createdBy: null, rotatedFromId: null, rotatedToId: null },
  rateLimit: { limit: 100, windowSeconds: 60 },
});
const keys = [
  key("CI"),
  key("Pipeline", "disabled"),
  key("Old", "revoked"),
  key("Gone", "expired"),
];
const names = (filter: Parameters<typeof filterKeys>[1]) =>
  filterKeys(keys, filter).map(({ name }) => name);

describe("filterKeys", () => {
  it("shows the keys that work or can work again, or all", () => {
    expect(names({})).toEqual(["CI", "Pipeline"]);
    expect(names({ show: "all" })).toHaveLength(4);
  });

  it("finds a part of the name or of the key, whatever its case", () => {
    expect(names({ search: " pipe " })).toEqual(["Pipeline"]);
    expect(names({ search: "WXYZ" })).toHaveLength(2);
  });
});

describe("searchOf", () => {
  const start = "sinkove_live_aB3x";
  const secret = `${start}${"0".repeat(30)}wXyZ`;

  it("keeps of a pasted key only what the list shows, and finds the key", () => {
    for (const pasted of [secret, ` ${secret} `, `SINKOVE_API_KEY="${secret}"`]) {
      expect(searchOf(pasted)).toBe(`${start}…wXyZ`);
      expect(names({ search: searchOf(pasted) })).toEqual(["CI", "Pipeline"]);
    }
    const other = `${start}${"0".repeat(34)}`;
    expect(names({ search: searchOf(other) })).toEqual([]);
  });

  it("keeps only the prefix of a key that was not copied as a whole", () => {
    expect(searchOf(secret.slice(0, 30))).toBe(`${start}…`);
    expect(names({ search: `${start}…` })).toHaveLength(2);
  });

  it("keeps everything else", () => {
    for (const text of ["pipe ", start, `${start}…wXyZ`]) expect(searchOf(text)).toBe(text);
  });
});

describe("readKeyFilter", () => {
  it("keeps what it knows", () => {
    expect(readKeyFilter({ show: "all", search: 1234, other: "x" })).toEqual({
      show: "all",
      search: "1234",
    });
    expect(readKeyFilter({ show: "none", search: ["a"] })).toEqual({});
  });
});
