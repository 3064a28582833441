import { expect, it } from "vitest";
import { absoluteTime } from "../../ui/time-text.ts";
import { changeText } from "./event-changes.ts";

const names = new Map([["1", "Radiology"]]);
const END = "2026-12-01T09:03:42.455Z";

it.each([
  ["name", { from: "CI", to: "Build" }, "Name: Build (before: CI)"],
  ["enabled", { from: true, to: false }, "Enabled: no (before: yes)"],
  ["scopes", { from: ["a", "b"], to: ["b", "c"] }, "Scopes: added c; removed a"],
  ["scopes", { from: ["a"], to: ["a", "b"] }, "Scopes: added b"],
  ["organizationIds", { from: null, to: ["1", "2"] }, "Organizations: Radiology, 2 (before: all)"],
  [
    "expiresAt",
    { from: null, to: END },
    `Expires: ${absoluteTime(Date.parse(END))} (before: never)`,
  ],
  [
    "rateLimit",
    { from: null, to: { limit: 5, windowSeconds: 60 } },
    "Rate limit: 5 requests in 60 seconds (before: that of the account)",
  ],
  [
    "rateLimit",
    { from: { limit: 1000, windowSeconds: 60 }, to: { limit: "?" } },
    'Rate limit: {"limit":"?"} (before: 1,000 requests in 60 seconds)',
  ],
  ["rotatedToId", { from: null, to: "2" }, "Replaced by a new key"],
  ["colour", { to: { red: 1 } }, 'colour: {"red":1} (before: none)'],
])("says in words what changed: %s", (member, change, text) => {
  expect(changeText(member, change, names)).toBe(text);
});
