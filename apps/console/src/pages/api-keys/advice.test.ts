import type { ApiKey, Usage } from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { unusedKeys } from "./unused-keys.ts";
import { unusedScopes } from "./unused-scopes.ts";

const now = Date.parse("2026-11-30T12:00:00Z");
const daysAgo = (days: number): string => new Date(now - days * 86_400_000).toISOString();

const key = (changes: Partial<ApiKey>): ApiKey => ({
  ...{ id: "0190f3a0-0000-7000-8000-000000000001", name: "Key", environment: "live" },
  ...{ prefix: "sinkove_live_aB3x", last4: "wXyZ", scopes: ["datasets:read", "datasets:write"] },
  ...{ organizationIds: null, status: "active", enabled: true, createdAt: daysAgo(200) },
  ...{ expiresAt: null, lastUsedAt: daysAgo(1), revokedAt: null, createdBy: null },
  ...{ rotatedFromId: null, rotatedToId: null, rateLimit: { limit: 100, windowSeconds: 60 } },
  ...changes,
});

const usage = (byOperation: Record<string, number>): Usage => ({
  ...{ from: daysAgo(30), to: daysAgo(0), interval: "day", lastUsedAt: null },
  buckets: [{ start: daysAgo(1), requests: 1, byStatusClass: { "2xx": 1 }, byOperation }],
});

describe("unusedKeys", () => {
  it("finds keys that were last used more than 90 days ago, the longest unused first", () => {
    const keys = [
      key({ name: "91", lastUsedAt: daysAgo(91) }),
      key({ name: "89", lastUsedAt: daysAgo(89) }),
      key({ name: "120", lastUsedAt: daysAgo(120) }),
    ];
    expect(unusedKeys(keys, now).map(({ name }) => name)).toEqual(["120", "91"]);
  });

  it("counts from a key's creation if it was never used", () => {
    expect(unusedKeys([key({ lastUsedAt: null, createdAt: daysAgo(10) })], now)).toEqual([]);
    expect(unusedKeys([key({ lastUsedAt: null })], now)).toHaveLength(1);
  });

  it("leaves out keys that do not work anyway", () => {
    expect(unusedKeys([key({ status: "disabled", lastUsedAt: null })], now)).toEqual([]);
  });
});

describe("unusedScopes", () => {
  it("names the scopes that no request needed", () => {
    expect(unusedScopes(key({}), usage({ listDatasets: 3 }), now)).toEqual(["datasets:write"]);
  });

  it("knows operations within an organization", () => {
    const used = usage({ listOrganizationDatasets: 1, createOrganizationDataset: 1 });
    expect(unusedScopes(key({}), used, now)).toEqual([]);
  });

  it("says nothing of a key that is younger than 30 days", () => {
    const young = key({ createdAt: daysAgo(29) });
    expect(unusedScopes(young, usage({ listDatasets: 3 }), now)).toEqual([]);
  });

  it("never takes a key's last scope", () => {
    expect(unusedScopes(key({}), usage({ getMe: 3 }), now)).toEqual([]);
  });

  it("ignores operations that the contract does not know", () => {
    expect(unusedScopes(key({}), usage({ listDatasets: 1, later: 1 }), now)).toEqual([
      "datasets:write",
    ]);
  });
});
