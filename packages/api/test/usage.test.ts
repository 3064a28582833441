import { expect, it } from "vitest";
import { createWorld } from "./client.ts";

it("counts the requests of each key by operation and class of status", async () => {
  const { call, issueKey } = await createWorld();
  const { id, secret } = await issueKey();
  await call("getMe", { key: secret });
  await call("getMe", { key: secret });
  await call("getDataset", { key: secret, path: { datasetId: crypto.randomUUID() } });
  const query = { interval: "hour" };
  const { body } = await call("getApiKeyUsage", { path: { apiKeyId: id }, query });
  expect(body.buckets).toHaveLength(25);
  const used = body.buckets.filter((bucket: { requests: number }) => bucket.requests > 0);
  expect(used).toEqual([
    expect.objectContaining({
      requests: 3,
      byStatusClass: { "2xx": 2, "4xx": 1 },
      byOperation: { getMe: 2, getDataset: 1 },
    }),
  ]);
  expect(body.lastUsedAt).not.toBeNull();
  const { body: all } = await call("getUsage");
  const total = all.buckets.reduce(
    (sum: number, each: { requests: number }) => sum + each.requests,
    0,
  );
  expect(total).toBe(5);
});

it("refuses a span that is empty or too long", async () => {
  const { call } = await createWorld();
  const from = "2020-01-01T00:00:00Z";
  expect((await call("getUsage", { query: { from, interval: "hour" } })).status).toBe(422);
  expect((await call("getUsage", { query: { from, to: from } })).status).toBe(422);
});
