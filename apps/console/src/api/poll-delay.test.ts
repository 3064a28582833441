import { expect, it } from "vitest";
import { pollDelay } from "./poll-delay.ts";

it("waits longer each time, up to half a minute", () => {
  expect([0, 1, 2, 5, 100].map(pollDelay)).toEqual([1_000, 1_400, 1_960, 5_378, 30_000]);
});
