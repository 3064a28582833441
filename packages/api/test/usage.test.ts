import fc from "fast-check";
import { expect, it } from "vitest";
import { createWorld, START } from "./client.ts";
import { onEachStore } from "./stores.ts";

const HOUR = 60 * 60 * 1000;

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

onEachStore((open) => {
  it("sums the hours of all keys up to intervals, and leaves out what is not asked for", async () => {
    const { store, accountId, apiKeyId, issueKey } = await open.world();
    const { id: other } = await issueKey();
    const rows = (
      [
        [apiKeyId, 0, "getMe", 1],
        [apiKeyId, 1, "getMe", 2],
        [other, 1, "getMe", 4],
        [other, 1, "listModels", 8],
        [other, 2, "getMe", 16],
        [other, 5, "getMe", 32],
      ] as const
    ).map(([id, hours, operationId, requests]) => {
      const key = { accountId, apiKeyId: id, hour: START + hours * HOUR };
      return { ...key, operationId, statusClass: "2xx", requests };
    });
    await store.addUsage(rows, new Map());
    const span = { from: START, to: START + 4 * HOUR, interval: 2 * HOUR };
    const sumsOf = async (apiKeyId?: string) => {
      const sums = await store.listUsage({ accountId, within: null, apiKeyId, ...span });
      return sums.map(({ place, operationId, requests }) => [place, operationId, requests]).sort();
    };
    expect(await sumsOf()).toEqual([
      [0, "getMe", 7],
      [0, "listModels", 8],
      [1, "getMe", 16],
    ]);
    expect(await sumsOf(apiKeyId)).toEqual([[0, "getMe", 3]]);
  });

  it("sums the longest span, while other requests go on", async () => {
    const { store, accountId, apiKeyId } = await open.world();
    const place = fc.nat({ max: 744 });
    const hours = fc.sample(place, { numRuns: 200, seed: 1 }).concat(0, 30, 31, 61, 62, 743, 744);
    const rows = hours.map((hours) => {
      const key = { accountId, apiKeyId, hour: START + hours * HOUR };
      return { ...key, operationId: "getMe" as const, statusClass: "2xx", requests: 1 };
    });
    await store.addUsage(rows, new Map());
    const expected = new Map<number, number>();
    for (const hour of hours) {
      if (hour < 744) expected.set(hour, (expected.get(hour) ?? 0) + 1);
    }
    const span = { from: START, to: START + 744 * HOUR, interval: HOUR };
    let turns = 0;
    const count = (): void => {
      turns += 1;
      turn = setImmediate(count);
    };
    let turn = setImmediate(count);
    const sums = await store.listUsage({ accountId, within: null, ...span });
    clearImmediate(turn);
    const shown = sums.map(({ place, requests }) => [place, requests] as const);
    expect(new Map(shown)).toEqual(expected);
    expect(shown).toHaveLength(expected.size);
    if (open.kind !== "memory") expect(turns).toBeGreaterThanOrEqual(23);
  });
});

it("refuses a span that is empty or too long", async () => {
  const { call } = await createWorld();
  const from = "2020-01-01T00:00:00Z";
  expect((await call("getUsage", { query: { from, interval: "hour" } })).status).toBe(422);
  expect((await call("getUsage", { query: { from, to: from } })).status).toBe(422);
});
