import { expect, it } from "vitest";
import { changesOf } from "./endpoint-changes.ts";

const url = "https://hooks.example.com/";
const other = "https://other.example.com/";

it("finds only what was changed", () => {
  const before = { url, events: ["dataset.failed", "dataset.ready"] as const };
  const as = (events: readonly ("dataset.failed" | "dataset.ready")[], to = url) =>
    changesOf({ ...before, events: [...before.events] }, { url: to, events: [...events] });
  expect(as(["dataset.ready", "dataset.failed"])).toBeUndefined();
  expect(as(["dataset.ready"])).toEqual({ events: ["dataset.ready"] });
  expect(as(before.events, other)).toEqual({ url: other });
  expect(as(["dataset.ready"], other)).toEqual({ url: other, events: ["dataset.ready"] });
});
