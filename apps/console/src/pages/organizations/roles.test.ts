import { expect, it } from "vitest";
import { roleAllows } from "./roles.ts";

it("allows what the contract's table says", () => {
  expect(roleAllows("owner", "members:write")).toBe(true);
  expect(roleAllows("member", "members:write")).toBe(false);
  expect(roleAllows("member", "datasets:write")).toBe(true);
});

it("allows nothing without a role", () => {
  expect(roleAllows(undefined, "members:read")).toBe(false);
});
