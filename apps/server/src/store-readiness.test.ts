import { expect, test } from "vitest";
import { createStoreReadiness } from "./store-readiness.ts";

/** A store that responds when the test says so. */
function setUp() {
  let time = 0;
  const pings: { readonly succeed: () => void; readonly fail: () => void }[] = [];
  const timers: (() => void)[] = [];
  const isReady = createStoreReadiness({
    ping: () =>
      new Promise<void>((resolve, reject) => {
        pings.push({ succeed: resolve, fail: () => reject(new Error("away")) });
      }),
    monotonic: () => time,
    after: () => new Promise<void>((resolve) => timers.push(resolve)),
  });
  return { isReady, pings, timers, advance: (milliseconds: number) => (time += milliseconds) };
}

test("asks the store once a second, however many requests come", async () => {
  const { isReady, pings, advance } = setUp();
  const answers = [isReady(), isReady()];
  advance(5000);
  answers.push(isReady());
  pings[0]?.succeed();
  expect(await Promise.all(answers)).toEqual([true, true, true]);
  advance(999);
  expect(await isReady()).toBe(true);
  expect(pings).toHaveLength(1);
});

test("asks again after a second, and notices that the store has gone", async () => {
  const { isReady, pings, advance } = setUp();
  const first = isReady();
  pings[0]?.succeed();
  expect(await first).toBe(true);
  advance(1000);
  const second = isReady();
  pings[1]?.fail();
  expect(await second).toBe(false);
});

test("gives up a store that does not answer, and asks again for it a second later", async () => {
  const { isReady, pings, timers, advance } = setUp();
  const first = isReady();
  timers[0]?.();
  expect(await first).toBe(false);
  expect(await isReady()).toBe(false);
  advance(1000);
  const second = isReady();
  pings[1]?.succeed();
  expect(await second).toBe(true);
});
