import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { systemRuntime } from "../src/http/clock.ts";
import { Sinkove } from "../src/index.ts";
import { dataset, errorOf, hang, ID, json, KEY, loggerTo, problem, setUp } from "./harness.ts";

const HOUR = 3_600_000;
const refused = () => problem(429, "RATE_LIMIT_EXCEEDED", { headers: { "retry-after": "1" } });

/** Creates a client whose clock can be changed. `elapsed` returns the real time since the start. */
function withClock(
  handler: Parameters<typeof setUp>[0],
  options: Parameters<typeof setUp>[1] = {},
) {
  const time = setUp(handler).runtime;
  let shift = 0;
  const start = time.now();
  const runtime = { ...time, now: () => time.now() + shift };
  const set = (by: number) => {
    shift += by;
  };
  return {
    ...setUp(handler, { runtime, ...options }),
    time,
    set,
    elapsed: () => time.now() - start,
  };
}

test("after a 429 no call waits longer than it asks for, however the clock is set", async () => {
  const jump = fc.integer({ min: -10 * HOUR, max: 10 * HOUR });
  const jumps = fc.array(fc.tuple(fc.integer({ min: 0, max: 1_500 }), jump), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(jump, jumps, async (first, later) => {
      const { sinkove, time, set, elapsed } = withClock((_, index) =>
        index ? json(dataset()) : refused(),
      );
      await errorOf(sinkove.datasets.get(ID, { maxRetries: 0 }));
      set(first);
      for (const [at, by] of later) time.after(at, () => set(by));
      await time.run(sinkove.datasets.get(ID));
      expect(elapsed()).toBeLessThanOrEqual(1_000);
    }),
  );
});

test("a call that waits for the rate limit says so in the log, once", async () => {
  const lines: string[] = [];
  const { sinkove, time } = withClock((_, index) => (index ? json(dataset()) : refused()), {
    logLevel: "debug",
    logger: loggerTo((line) => lines.push(line)),
  });
  await errorOf(sinkove.datasets.get(ID, { maxRetries: 0 }));
  await time.run(sinkove.datasets.get(ID));
  const waits = lines.filter((line) => line.includes("waits for the rate limit"));
  expect(waits).toEqual([
    `[sinkove] GET http://127.0.0.1:4010/v1/datasets/${ID} #1 waits for the rate limit, 1000 ms`,
  ]);
});

test("a call that waits for other requests says so too", async () => {
  const lines: string[] = [];
  const headers = { "x-ratelimit-remaining": "1" };
  const { sinkove, time } = withClock(() => json(dataset(), { headers }), {
    logLevel: "debug",
    logger: loggerTo((line) => lines.push(line)),
  });
  await time.run(sinkove.datasets.get(ID));
  await time.run(Promise.all([sinkove.datasets.get(ID), sinkove.datasets.get(ID)]));
  const waits = lines.filter((line) => line.includes("waits for the rate limit"));
  expect(waits).toHaveLength(1);
});

test.each([-HOUR, 0, HOUR])(
  "the wait for the rate limit counts in `timeout`, with the clock set by %i",
  async (by) => {
    const { sinkove, time, set, elapsed, seen } = withClock((request, index) =>
      index ? hang(request) : refused(),
    );
    await errorOf(sinkove.datasets.get(ID, { maxRetries: 0 }));
    const limits = { timeout: 1_500, maxRetries: 0 };
    set(by);
    const error = errorOf(time.run(sinkove.datasets.get(ID, limits)));
    expect(await error).toMatchObject({ name: "TimeoutError", timeoutMs: 1_500 });
    expect(elapsed()).toBeLessThanOrEqual(1_500);
    expect(seen).toHaveLength(2);
  },
);

test("a call whose `timeout` ends before its turn fails, and is never sent", async () => {
  const { sinkove, time, elapsed, seen } = withClock((_, index) =>
    index ? json(dataset()) : refused(),
  );
  await errorOf(sinkove.datasets.get(ID, { maxRetries: 0 }));
  const error = await errorOf(time.run(sinkove.datasets.get(ID, { timeout: 300 })));
  expect(error.message).toBe("The wait for the rate limit took longer than 300 ms.");
  expect(elapsed()).toBe(300);
  expect(seen).toHaveLength(1);
  await time.run(sinkove.datasets.get(ID));
});

test("a wait for a dataset ends within its total time, however often the clock is set back", async () => {
  const { sinkove, time, set, elapsed } = withClock(() => json(dataset("PENDING", 0)));
  const wait = errorOf(time.run(sinkove.datasets.wait(ID, { totalTimeout: 20_000 })));
  for (const at of [2_000, 7_000]) time.after(at, () => set(-HOUR));
  expect((await wait).name).toBe("TimeoutError");
  // The interval that was in progress when the clock was set back is not counted.
  expect(elapsed()).toBeLessThanOrEqual(35_000);
});

test("the machine's clock does not change how waits are measured", () => {
  onTestFinished(() => void vi.useRealTimers());
  fc.assert(
    fc.property(fc.array(fc.date({ noInvalidDate: true }), { minLength: 1 }), (dates) => {
      vi.useFakeTimers({ toFake: ["Date"] });
      const start = systemRuntime.now();
      let last = start;
      for (const date of dates) {
        vi.setSystemTime(date);
        const now = systemRuntime.now();
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      }
      expect(last - start).toBeLessThan(60_000);
      vi.useRealTimers();
    }),
  );
});

test.each([-HOUR, 0, HOUR])(
  "fake timers that start after a 429, %i ms from now, do not lengthen the wait",
  async (by) => {
    onTestFinished(() => void vi.useRealTimers());
    let answers = 0;
    const fetch = async () => (answers++ ? json(dataset()) : refused());
    const sinkove = new Sinkove({ apiKey: KEY, baseUrl: "http://127.0.0.1:4010/v1", fetch });
    await errorOf(sinkove.datasets.get(ID, { maxRetries: 0 }));
    vi.useFakeTimers({ now: Date.now() + by });
    const call = sinkove.datasets.get(ID);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await call).id).toBe(ID);
  },
);
