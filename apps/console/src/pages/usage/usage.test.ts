import type { Usage } from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { intervalOf, periodStart, readUsageView } from "./period.ts";
import { rateLimitOf } from "./rate-limit.ts";
import { byOperation, failedRequests, totalRequests } from "./totals.ts";

const NOW = Date.parse("2026-11-24T10:20:30.123Z");

describe("a view of usage", () => {
  it("is read from an address", () => {
    const view = { days: 30, interval: "hour", apiKeyId: "01939ae1-0000-7c3d-8e4f-5a6b7c8d9e0f" };
    expect(readUsageView(view)).toEqual(view);
    expect(readUsageView({ days: 31, interval: "year", apiKeyId: "x" })).toEqual({});
  });

  it("shows a single day by hour", () => {
    expect(intervalOf({ days: 1 })).toBe("hour");
    expect(intervalOf({})).toBe("day");
    expect(intervalOf({ days: 7, interval: "hour" })).toBe("hour");
  });

  it("begins with a whole interval, so many before now", () => {
    expect(periodStart({ days: 7 }, NOW)).toBe("2026-11-18T00:00:00.000Z");
    expect(periodStart({ days: 1 }, NOW)).toBe("2026-11-23T11:00:00.000Z");
  });
});

describe("totals", () => {
  const usage: Usage = {
    from: "2026-11-22T00:00:00Z",
    to: "2026-11-24T00:00:00Z",
    interval: "day",
    lastUsedAt: null,
    buckets: [
      {
        start: "2026-11-22T00:00:00Z",
        requests: 3,
        byStatusClass: { "2xx": 2, "4xx": 1 },
        byOperation: { getMe: 3 },
      },
      {
        start: "2026-11-23T00:00:00Z",
        requests: 6,
        byStatusClass: { "2xx": 4, "4xx": 1, "5xx": 1 },
        byOperation: { getMe: 1, listDatasets: 5 },
      },
    ],
  };

  it("add up the intervals", () => {
    expect(totalRequests(usage)).toBe(9);
    expect(failedRequests(usage)).toBe(3);
    expect(byOperation(usage)).toEqual([
      { id: "listDatasets", requests: 5 },
      { id: "getMe", requests: 4 },
    ]);
  });
});

describe("rateLimitOf", () => {
  it("reads what is left", () => {
    const headers = new Headers({
      "X-RateLimit-Limit": "600",
      "X-RateLimit-Remaining": "588",
      "X-RateLimit-Reset": "1795600861",
    });
    expect(rateLimitOf(headers)).toEqual({ limit: 600, remaining: 588, resetAt: 1795600861000 });
  });

  it("is not known without the headers", () => {
    expect(rateLimitOf(new Headers({ "X-RateLimit-Limit": "600" }))).toBeNull();
    expect(rateLimitOf(new Headers({ "X-RateLimit-Limit": "a lot" }))).toBeNull();
  });
});
