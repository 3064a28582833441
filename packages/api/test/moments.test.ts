import fc from "fast-check";
import { expect, it } from "vitest";
import { createWorld } from "./client.ts";

/** Times after the last or before the first one that RFC 3339 can write in UTC. */
const BEYOND = [
  "9999-12-31T23:59:59-00:01",
  "9999-12-31T23:59:60-23:59",
  "0000-01-01T00:00:00+00:01",
];

it("rejects times outside the years 0000 to 9999 in all operations", async () => {
  const { call, issueKey, apiKeyId } = await createWorld();
  const { id } = await issueKey();
  for (const moment of BEYOND) {
    const replies = [
      await call("createApiKey", { body: { name: "CI", expiresAt: moment } }),
      await call("updateApiKey", { path: { apiKeyId: id }, body: { expiresAt: moment } }),
      await call("listDatasets", { query: { createdAfter: moment } }),
      await call("listDatasets", { query: { createdBefore: moment } }),
      await call("getUsage", { query: { from: moment } }),
      await call("getUsage", { query: { to: moment } }),
      await call("getApiKeyUsage", { path: { apiKeyId }, query: { to: moment } }),
    ];
    for (const { status, body } of replies) {
      expect([status, body.code]).toEqual([422, "VALIDATION_ERROR"]);
    }
  }
});

it("refuses a report that begins before the year 0", async () => {
  const { call, apiKeyId } = await createWorld();
  for (const to of ["0000-01-01T00:00:00Z", "0000-01-30T00:00:00Z"]) {
    const replies = [
      await call("getUsage", { query: { to } }),
      await call("getApiKeyUsage", { path: { apiKeyId }, query: { to } }),
    ];
    for (const { status, body } of replies)
      expect([status, body.errors?.[0].pointer]).toEqual([422, "to"]);
  }
  const { status } = await call("getUsage", { query: { to: "0000-01-31T00:00:00Z" } });
  expect(status).toBe(200);
});

it("never returns a year of more than four digits", async () => {
  const { call } = await createWorld({ rateLimit: { limit: 1_000_000, windowSeconds: 60 } });
  const late = fc.date({
    min: new Date("9998-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  });
  await fc.assert(
    fc.asyncProperty(late, async (date) => {
      const expiresAt = date.toISOString();
      const made = await call("createApiKey", { body: { name: "CI", expiresAt } });
      expect(made.body.expiresAt).toBe(expiresAt);
      const rotated = await call("rotateApiKey", { path: { apiKeyId: made.body.id } });
      const usage = await call("getUsage", { query: { to: expiresAt } });
      expect(JSON.stringify([rotated.body, usage.body])).not.toMatch(/[+-]\d{6}-/);
    }),
    { numRuns: 30, examples: [[new Date("9999-12-31T23:59:59.999Z")]] },
  );
});
