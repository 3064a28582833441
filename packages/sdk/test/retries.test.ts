import { expect, test } from "vitest";
import { RateLimitError, ServerError } from "../src/index.ts";
import { dataset, errorOf, ID, json, problem, setUp, turns } from "./harness.ts";

const BODY = { modelId: ID, numSamples: 1, args: {} };

test.each([408, 429, 500, 502, 503, 504])("retries a %i", async (status) => {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index < 2 ? problem(status, "INTERNAL_ERROR") : json(dataset()),
  );
  expect((await runtime.run(sinkove.datasets.get(ID))).id).toBe(ID);
  expect(seen).toHaveLength(3);
});

test.each([400, 401, 403, 404, 409, 410, 422, 501])("does not retry a %i", async (status) => {
  const { sinkove, seen, runtime } = setUp(() => problem(status, "NOT_FOUND"));
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error.status).toBe(status);
  expect(seen).toHaveLength(1);
});

test("retries a broken connection, and a body that breaks", async () => {
  const { sinkove, seen, runtime } = setUp((_, index) => {
    if (index === 0) throw new TypeError("fetch failed");
    if (index === 1)
      return new Response(brokenBody(), { headers: { "content-type": "application/json" } });
    return json(dataset());
  });
  expect((await runtime.run(sinkove.datasets.get(ID))).id).toBe(ID);
  expect(seen).toHaveLength(3);
});

function brokenBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":'));
      controller.error(new TypeError("terminated"));
    },
  });
}

test("gives up after maxRetries, and lists every attempt", async () => {
  const { sinkove, runtime } = setUp(() => problem(503, "SERVICE_UNAVAILABLE"), { maxRetries: 3 });
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error).toBeInstanceOf(ServerError);
  expect(error.attempts).toHaveLength(4);
  expect(error.attempts).toMatchObject([
    { status: 503, waitMs: 250 },
    { waitMs: 500 },
    { waitMs: 1000 },
    {},
  ]);
});

test.each([
  [{ "retry-after": "7" }, 7_000],
  [{ "retry-after-ms": "1250", "retry-after": "9" }, 1_250],
  [
    { "retry-after": "Mon, 23 Nov 2026 11:00:05 GMT", date: "Mon, 23 Nov 2026 11:00:00 GMT" },
    5_000,
  ],
  [{ "retry-after": "Mon, 23 Nov 2026 10:00:00 GMT", date: "Mon, 23 Nov 2026 11:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, 250],
  [{ "retry-after": "-5" }, 250],
  [{ "retry-after": "soon 7" }, 250],
])("after %j the next attempt leaves %i ms later", async (headers, wait) => {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index === 0 ? problem(503, "SERVICE_UNAVAILABLE", { headers }) : json(dataset()),
  );
  await runtime.run(sinkove.datasets.get(ID));
  expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBe(wait);
});

test("fails at once when the server asks for more than maxRetryWait, and says how long", async () => {
  const { sinkove, seen, runtime } = setUp(() =>
    problem(429, "RATE_LIMIT_EXCEEDED", { headers: { "retry-after": "61" } }),
  );
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error.retryAfter).toBe(61);
  expect(seen).toHaveLength(1);
});

test("every POST carries an Idempotency-Key, the same for all attempts", async () => {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index % 2 === 0 ? problem(500, "INTERNAL_ERROR") : json(dataset(), { status: 201 }),
  );
  await runtime.run(sinkove.datasets.create(BODY));
  await runtime.run(sinkove.datasets.create(BODY));
  await runtime.run(sinkove.datasets.create(BODY, { idempotencyKey: "mine" }));
  const names = seen.map(({ headers }) => headers.get("idempotency-key"));
  expect(names[0]).toMatch(/^[\w-]{36}$/);
  expect(names[1]).toBe(names[0]);
  expect(names[2]).not.toBe(names[0]);
  expect(names.slice(4)).toEqual(["mine", "mine"]);
  expect(seen[1]?.body).toBe(JSON.stringify(BODY));
});

test("a GET carries none", async () => {
  const { sinkove, seen } = setUp(() => json(dataset()));
  await sinkove.datasets.get(ID);
  expect(seen[0]?.headers.has("idempotency-key")).toBe(false);
});

test("a 429 makes all fifty requests wait: none is sent during the wait, and all succeed", async () => {
  let start = 0;
  const { sinkove, seen, runtime } = setUp(({ at }) =>
    at < start + 2_000
      ? problem(429, "RATE_LIMIT_EXCEEDED", { headers: { "retry-after": "2" } })
      : json(dataset()),
  );
  start = runtime.now();
  const all = Array.from({ length: 50 }, () => sinkove.datasets.get(ID));
  expect(await runtime.run(Promise.all(all))).toHaveLength(50);
  expect(seen.filter(({ at }) => at > start && at < start + 2_000)).toEqual([]);
  expect(seen.filter(({ at }) => at === start)).toHaveLength(50);
});

test("a request that begins while another is being held back waits too", async () => {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index === 0
      ? problem(429, "RATE_LIMIT_EXCEEDED", { headers: { "retry-after": "5" } })
      : json(dataset()),
  );
  const first = sinkove.datasets.get(ID);
  await new Promise((resolve) => setImmediate(resolve));
  const second = sinkove.models.get(ID);
  await runtime.run(Promise.all([first, second]));
  expect(seen.map(({ at }) => at - (seen[0]?.at ?? 0))).toEqual([0, 5_000, 5_000]);
});

test("after a 429 one request goes first, then twice as many each time", async () => {
  const inFlightAtEntry: number[] = [];
  let inFlight = 0;
  let isLimited = true;
  const { sinkove, runtime } = setUp(async () => {
    if (isLimited) return problem(429, "RATE_LIMIT_EXCEEDED", { headers: { "retry-after": "1" } });
    inFlightAtEntry.push(++inFlight);
    await new Promise<void>((resolve) => runtime.after(100, resolve));
    inFlight--;
    return json(dataset());
  });
  const all = Array.from({ length: 8 }, () => sinkove.datasets.get(ID));
  await turns();
  isLimited = false;
  await runtime.run(Promise.all(all));
  expect(inFlightAtEntry.slice(0, 3)).toEqual([1, 1, 2]);
  expect(Math.max(...inFlightAtEntry)).toBeGreaterThan(2);
});

test("the last known rate limit can be read", async () => {
  const headers = {
    "x-ratelimit-limit": "100",
    "x-ratelimit-remaining": "42",
    "x-ratelimit-reset": "1795600861",
  };
  const { sinkove } = setUp(() => json(dataset(), { headers }));
  expect(sinkove.rateLimit).toBeUndefined();
  await sinkove.datasets.get(ID);
  expect(sinkove.rateLimit).toEqual({
    limit: 100,
    remaining: 42,
    resetAt: new Date(1795600861000),
  });
});
