import { expect } from "vitest";
import { type Scenario, scenario } from "./scenario.ts";

/** Token buckets, one for each key. */
export const rateLimits: readonly Scenario[] = [
  scenario("tells the limit the same in both sets of headers, success or not", async (scene) => {
    const replies = [
      await scene.call("getMe"),
      await scene.call("getDataset", { path: { datasetId: crypto.randomUUID() } }),
      await scene.call("listDatasets", { query: { limit: "0" } }),
    ];
    for (const { headers } of replies) {
      const limit = headers.get("X-RateLimit-Limit");
      expect(headers.get("RateLimit-Policy")).toMatch(new RegExp(`^"per-key";q=${limit};w=\\d+$`));
      const remaining = headers.get("X-RateLimit-Remaining");
      expect(headers.get("RateLimit")).toMatch(new RegExp(`^"per-key";r=${remaining};t=\\d+$`));
    }
  }),
  scenario(
    "refuses past the limit with 429, says when, and accepts then",
    async ({ call, advanceClock, now }) => {
      for (const remaining of ["2", "1", "0"]) {
        const { headers } = await call("getMe");
        expect(headers.get("X-RateLimit-Remaining")).toBe(remaining);
      }
      const { status, body, headers } = await call("getMe");
      expect([status, body.code]).toEqual([429, "RATE_LIMIT_EXCEEDED"]);
      expect(headers.get("Retry-After")).toBe(`${body.retryAfterSeconds}`);
      expect(headers.get("X-RateLimit-Reset")).toBe(`${Math.ceil(now() / 1000) + 60}`);
      advanceClock(1000 * body.retryAfterSeconds - 1);
      expect((await call("getMe")).status).toBe(429);
      advanceClock(1);
      expect((await call("getMe")).status).toBe(200);
      expect((await call("getMe")).status).toBe(429);
    },
    { needs: ["clock", "accounts"], requestsPerMinute: 3 },
  ),
  scenario(
    "gives each key a bucket of its own",
    async ({ call, issueKey }) => {
      const { secret: key } = await issueKey();
      await call("getMe");
      expect((await call("getMe")).status).toBe(429);
      expect((await call("getMe", { key })).status).toBe(200);
    },
    { needs: ["accounts"], requestsPerMinute: 2 },
  ),
  scenario(
    "allows no more than the limit to requests at once",
    async ({ call }) => {
      const replies = await Promise.all(Array.from({ length: 20 }, () => call("getMe")));
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(5);
    },
    { needs: ["clock", "accounts"], requestsPerMinute: 5 },
  ),
];
