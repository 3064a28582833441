import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Workers } from "./workers.ts";

const TARGET = "https://docs.example";
const READY = new MessageEvent("message", { data: { type: "ready" } });

/** All workers that were created, in order. */
let made: FakeWorker[];

class FakeWorker extends EventTarget {
  isTerminated = false;

  constructor() {
    super();
    made.push(this);
  }

  postMessage(): void {}

  terminate(): void {
    this.isTerminated = true;
  }
}

beforeEach(() => {
  made = [];
  vi.stubGlobal("Worker", FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a worker that was made ready is the next to be taken, once", () => {
  const workers = new Workers("/");
  workers.prepare("ts", TARGET);
  workers.prepare("ts", TARGET);
  made[0]?.dispatchEvent(READY);
  expect([workers.take("ts", TARGET), workers.take("ts", TARGET)]).toEqual(made);
  expect(made).toHaveLength(2);
});

test("one that was made ready for another target is ended", () => {
  const workers = new Workers("/");
  workers.prepare("ts", "https://api.example");
  made[0]?.dispatchEvent(READY);
  expect(workers.take("ts", TARGET)).toBe(made[1]);
  expect(made.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

test.each([
  ["has not said that it is ready", []],
  ["could not be loaded", [new Event("error")]],
  ["has failed since it was ready", [READY, new Event("error")]],
])("one that %s is not taken, and ends", (_what, events) => {
  const workers = new Workers("/");
  workers.prepare("ts", TARGET);
  for (const event of events) made[0]?.dispatchEvent(event);
  expect(workers.take("ts", TARGET)).toBe(made[1]);
  expect(made.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

test("Python that has failed is not taken again", () => {
  const workers = new Workers("/");
  const python = workers.take("py", TARGET);
  workers.release("py", python);
  expect(workers.take("py", TARGET)).toBe(python);
  python.dispatchEvent(new Event("error"));
  expect(workers.take("py", TARGET)).toBe(made[1]);
});
