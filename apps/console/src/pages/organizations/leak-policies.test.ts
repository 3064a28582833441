import { expect, it } from "vitest";
import { LEAK_POLICIES, leakPolicyText } from "./leak-policies.ts";

it("says what happens to a leaked key", () => {
  expect(LEAK_POLICIES.map(({ value }) => leakPolicyText(value))).toEqual([
    "If a key that reaches this organization leaks, it is revoked.",
    "If a key that reaches this organization leaks, it is disabled.",
    "If a key that reaches this organization leaks, it keeps working.",
  ]);
});
