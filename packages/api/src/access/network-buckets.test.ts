import { expect, test } from "vitest";
import { createNetworkBuckets } from "./network-buckets.ts";

test("an empty bucket refills after the clock was set back", () => {
  const buckets = createNetworkBuckets({ limit: 10, windowSeconds: 10 });
  const year = 365 * 24 * 60 * 60 * 1000;
  buckets.add("192.0.2.1", year, -10);
  expect(buckets.levelAt("192.0.2.1", 0).tokens).toBe(0);
  expect(buckets.levelAt("192.0.2.1", 1000).tokens).toBe(1);
  expect(buckets.levelAt("192.0.2.1", 2000).tokens).toBe(2);
});
