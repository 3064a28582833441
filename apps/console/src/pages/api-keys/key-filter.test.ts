import type { ApiKey } from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { filterKeys, readKeyFilter } from "./key-filter.ts";

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

describe("readKeyFilter", () => {
  it("keeps what it knows", () => {
    expect(readKeyFilter({ show: "all", search: 1234, other: "x" })).toEqual({
      show: "all",
      search: "1234",
    });
    expect(readKeyFilter({ show: "none", search: ["a"] })).toEqual({});
  });
});
