import { expect } from "vitest";
import { type Scenario, scenario } from "./scenario.ts";

/** Token buckets: one for each account, and one for each key with its own limit. */
export const rateLimits: readonly Scenario[] = [
  scenario("tells the limit the same in both sets of headers, success or not", async (scene) => {
    const replies = [
      await scene.call("getMe"),
      await scene.call("getDataset", { path: { datasetId: crypto.randomUUID() } }),
      await scene.call("listDatasets", { query: { limit: "0" } }),
    ];
    for (const { headers } of replies) {
      const limit = headers.get("X-RateLimit-Limit");
      expect(headers.get("RateLimit-Policy")).toMatch(
        new RegExp(`^"per-account";q=${limit};w=\\d+$`),
      );
      const remaining = headers.get("X-RateLimit-Remaining");
      expect(headers.get("RateLimit")).toMatch(new RegExp(`^"per-account";r=${remaining};t=\\d+$`));
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
    "counts the requests of all keys of an account together",
    async ({ call, issueKey }) => {
      const { secret: key } = await issueKey();
      expect((await call("getMe")).status).toBe(200);
      expect((await call("getMe", { key })).status).toBe(200);
      expect((await call("getMe", { key })).status).toBe(429);
      expect((await call("getMe")).status).toBe(429);
    },
    { needs: ["clock", "accounts"], requestsPerMinute: 3 },
  ),
  scenario(
    "holds a key with a limit of its own back, and no other",
    async ({ call, issueKey }) => {
      const rateLimit = { limit: 2, windowSeconds: 60 };
      const { secret: key, rateLimit: shown } = await issueKey({ rateLimit });
      expect(shown).toEqual(rateLimit);
      const { headers } = await call("getMe", { key });
      expect(headers.get("X-RateLimit-Limit")).toBe("2");
      expect(headers.get("RateLimit-Policy")).toBe('"per-account";q=10;w=60, "per-key";q=2;w=60');
      expect(headers.get("RateLimit")).toMatch(/^"per-account";r=8;t=\d+, "per-key";r=1;t=\d+$/);
      expect((await call("getMe", { key })).status).toBe(200);
      for (let count = 0; count < 5; count++) {
        const refused = await call("getMe", { key });
        expect(refused.status).toBe(429);
        expect(refused.headers.get("X-RateLimit-Remaining")).toBe("0");
      }
      // A request that the key's bucket refuses costs nothing in the account's bucket.
      for (let count = 0; count < 7; count++) expect((await call("getMe")).status).toBe(200);
      expect((await call("getMe")).status).toBe(429);
    },
    { needs: ["clock", "accounts"], requestsPerMinute: 10 },
  ),
  scenario(
    "refuses a limit of a key that is more than the account's",
    async ({ call, issueKey }) => {
      const { id } = await issueKey();
      const rateLimit = { limit: 1_000_000, windowSeconds: 1 };
      const replies = [
        await call("createApiKey", { body: { name: "Too much", rateLimit } }),
        await call("updateApiKey", { path: { apiKeyId: id }, body: { rateLimit } }),
      ];
      for (const { status, body } of replies) {
        expect([status, body.code]).toEqual([422, "VALIDATION_ERROR"]);
        expect(body.errors).toMatchObject([{ pointer: "/rateLimit" }]);
      }
    },
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
