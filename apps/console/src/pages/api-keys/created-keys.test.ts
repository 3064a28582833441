import type { ApiKey } from "@sinkove/contract";
import { expect, it } from "vitest";
import { createdKeys } from "./created-keys.ts";

const key = (id: string, changes: Partial<ApiKey> = {}): ApiKey => ({
  ...{ id, name: id, environment: "live", prefix: "sinkove_live_aB3x", last4: "wXyZ" },
  ...{ scopes: ["datasets:read"], organizationIds: null, status: "active", enabled: true },
  ...{ createdAt: "2026-11-30T12:00:00Z", expiresAt: null, lastUsedAt: null, revokedAt: null },
  ...{ createdBy: null, rotatedFromId: null, rotatedToId: null },
  ...{ rateLimit: { limit: 100, windowSeconds: 60 } },
  ...changes,
});

const by = (id: string) => ({ createdBy: { type: "api_key", id } }) as const;
const idsOf = (keys: readonly ApiKey[]) => keys.map(({ id }) => id).sort();

it("finds the keys that a key created, and those that they created, in any order", () => {
  const root = key("root");
  const keys = [key("grandchild", by("child")), root, key("child", by("root")), key("other")];
  expect(idsOf(createdKeys(root, keys))).toEqual(["child", "grandchild"]);
});

it("looks behind keys that cannot be used any more, without returning them", () => {
  const root = key("root", { status: "revoked" });
  const keys = [
    key("revoked", { ...by("root"), status: "revoked" }),
    key("expired", { ...by("root"), status: "expired" }),
    key("disabled", { ...by("root"), status: "disabled" }),
    key("grandchild", by("revoked")),
  ];
  expect(idsOf(createdKeys(root, keys))).toEqual(["disabled", "grandchild"]);
});

it("leaves out a successor that a person made, and what was created with that", () => {
  const root = key("root", { rotatedToId: "successor" });
  const person = { createdBy: { type: "person", id: "ada" } } as const;
  const keys = [
    root,
    key("successor", { ...person, rotatedFromId: "root" }),
    key("child", by("successor")),
  ];
  expect(createdKeys(root, keys)).toEqual([]);
});
