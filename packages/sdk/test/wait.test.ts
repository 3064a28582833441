import { expect, test } from "vitest";
import { DatasetError, TimeoutError } from "../src/index.ts";
import { dataset, errorOf, ID, json, problem, setUp } from "./harness.ts";

const states: [state: string, progress: number][] = [
  ["PENDING", 0],
  ["STARTED", 10],
  ["STARTED", 10],
  ["UNHEARD_OF", 50],
];

function generating() {
  return setUp((_, index) => json(dataset(...(states[index] ?? ["READY", 100]))));
}

test("a wait ends with the dataset that is ready, and reports each change once", async () => {
  const { sinkove, seen, runtime } = generating();
  const progress: unknown[] = [];
  const wait = sinkove.datasets.wait(ID, {
    onProgress: ({ metadata }) => progress.push(metadata?.progress),
  });
  expect((await runtime.run(wait)).metadata?.state).toBe("READY");
  expect(progress).toEqual([0, 10, 50, 100]);
  expect(seen).toHaveLength(5);
});

test("intervals grow by half, up to the longest", async () => {
  const { sinkove, seen, runtime } = generating();
  await runtime.run(sinkove.datasets.wait(ID, { maxInterval: 2_000 }));
  const gaps = seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? 0));
  expect(gaps).toEqual([1_000, 1_500, 2_000, 2_000]);
});

test("a wait can be read with for await, and sends nothing before", async () => {
  const { sinkove, seen, runtime } = generating();
  const wait = sinkove.datasets.wait(ID);
  expect(seen).toEqual([]);
  const seenStates: unknown[] = [];
  const read = async () => {
    for await (const { metadata } of wait) seenStates.push(metadata?.state);
  };
  await runtime.run(read());
  expect(seenStates).toEqual(["PENDING", "STARTED", "UNHEARD_OF", "READY"]);
});

test.each([
  ["FAILED", "DATASET_FAILED"],
  ["EXPIRED", "DATASET_EXPIRED"],
])("%s ends it with the code %s", async (state, code) => {
  const { sinkove } = setUp(() => json(dataset(state)));
  const error = await errorOf(sinkove.datasets.wait(ID));
  expect(error).toBeInstanceOf(DatasetError);
  expect(error).toMatchObject({ code, dataset: { id: ID } });
});

test("a wait has a time limit of its own", async () => {
  const { sinkove, runtime } = setUp(() => json(dataset("STARTED", 1)));
  const error = await errorOf(runtime.run(sinkove.datasets.wait(ID, { totalTimeout: 60_000 })));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(runtime.pending()).toBe(0);
});

test("a wait respects the rate limit", async () => {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index === 0
      ? problem(429, "RATE_LIMIT_EXCEEDED", { headers: { "retry-after": "20" } })
      : json(dataset()),
  );
  await runtime.run(sinkove.datasets.wait(ID));
  expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBe(20_000);
});
