import { createDatabase } from "@sinkove/temporary-postgres";
import { expect, it, onTestFinished } from "vitest";
import { createQueuedGeneration, createWorker } from "../src/index.ts";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { createWorld, MODEL } from "./client.ts";

it("a worker whose clock is a minute ahead does not take a dataset from one that makes it", async () => {
  const { url, remove } = await createDatabase();
  const store = await openPostgresStore({ url });
  onTestFinished(async () => {
    await store.close();
    await remove();
  });
  const generation = createQueuedGeneration(async () => undefined);
  const { call } = await createWorld({ store, generation });
  const order = { modelId: MODEL.id, numSamples: 1, args: { prompt: "cardiomegaly" } };
  const { body } = await call("createDataset", { body: order });

  let [begin, finish] = [() => {}, (_: { size: number; sha256: string }) => {}];
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const made = new Promise<{ size: number; sha256: string }>((resolve) => {
    finish = resolve;
  });
  const errors: unknown[] = [];
  const workerAt = (ahead: number) =>
    createWorker({
      store,
      make: () => {
        begin();
        return made;
      },
      remove: async () => {},
      clock: () => Date.now() + ahead,
      wait: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => resolve());
        }),
      log: (entry) => entry.level === "error" && errors.push(entry),
      leaseFor: 30_000,
      retention: 60_000,
      slots: 1,
    });
  const first = workerAt(0).makeNext();
  await begun;
  expect(await workerAt(60_000).makeNext()).toBe(false);
  expect(await workerAt(-60_000).makeNext()).toBe(false);
  finish({ size: 1, sha256: "00".repeat(32) });
  expect(await first).toBe(true);
  const found = await store.findDataset(body.id);
  expect(found).toMatchObject({ attempts: 1, size: 1 });
  expect(errors).toEqual([]);
}, 60_000);
