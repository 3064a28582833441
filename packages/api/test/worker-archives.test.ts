import { describe, expect, it } from "vitest";
import type { MakeArchive, Store } from "../src/index.ts";
import { BYTES, DAY, killed, LEASE, openWorkshop, untilAborted } from "./workshop.ts";

describe("a worker that is killed", () => {
  it.each<[string, (workshop: Awaited<ReturnType<typeof openWorkshop>>) => Promise<unknown>]>([
    ["before it leases a dataset", async () => {}],
    [
      "while it makes one",
      async ({ hire, shelf }) => {
        const half: MakeArchive = (_order, { archive }) => {
          shelf.set(archive, BYTES.subarray(0, 2));
          return killed();
        };
        void hire({ make: half }).makeNext();
      },
    ],
    [
      "after it has stored the archive, before the dataset is READY",
      async ({ hire, store }) => {
        const dying = { ...store, finishDataset: killed };
        void hire({ store: dying }).makeNext();
      },
    ],
    [
      "after the dataset is READY",
      async ({ hire, store }) => {
        const dying: Store = {
          ...store,
          finishDataset: async (...args) => {
            await store.finishDataset(...args);
            return killed();
          },
        };
        void hire({ store: dying }).makeNext();
      },
    ],
  ])("%s leaves a dataset that is made once, and no other file", async (_when, die) => {
    const workshop = await openWorkshop();
    const { create, look, worker, shelf, store, advance, credits } = workshop;
    const id = await create();
    await die(workshop);
    await look(id);
    advance(LEASE);
    while (await worker.makeNext());
    expect(await look(id)).toMatchObject({ state: "READY", progress: 100 });
    advance(LEASE);
    await worker.tidy();
    const archive = (await store.findDataset(id))?.archive;
    expect([...shelf]).toEqual([[archive, BYTES]]);
    expect(await credits()).toBe(90);
  });
});

it("leaves no archive if a worker is killed while it generates a deleted dataset", async () => {
  const { hire, worker, call, create, look, shelf, advance } = await openWorkshop();
  const datasetId = await create();
  let begin = () => {};
  const make: MakeArchive = async (_order, { archive }) => {
    await new Promise<void>((resolve) => {
      begin = resolve;
    });
    shelf.set(archive, BYTES);
    return killed();
  };
  void hire({ make }).makeNext();
  expect(await look(datasetId)).toMatchObject({ state: "STARTED" });
  await call("deleteDataset", { path: { datasetId } });
  await worker.tidy();
  begin();
  await Promise.resolve();
  expect(shelf.size).toBe(1);
  advance(LEASE);
  await worker.tidy();
  expect(shelf.size).toBe(0);
});

it("keeps one archive if two workers race, and the slower one removes its own", async () => {
  const { hire, worker, create, look, make, store, shelf, advance } = await openWorkshop();
  const id = await create();
  let goOn = () => {};
  const paused = hire({
    make: async (order, options) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return make(order, options);
    },
  });
  const late = paused.makeNext();
  await look(id);
  advance(LEASE);
  expect(await worker.makeNext()).toBe(true);
  await worker.tidy();
  goOn();
  await late;
  expect(await look(id)).toMatchObject({ state: "READY" });
  expect([...shelf.keys()]).toEqual([(await store.findDataset(id))?.archive]);
});

it("stops making a dataset that is deleted, and leaves nothing of it", async () => {
  const { hire, create, call, look, credits, shelf } = await openWorkshop();
  const id = await create();
  let beat = () => {};
  const worker = hire({
    wait: () =>
      new Promise((resolve) => {
        beat = resolve;
      }),
    make: (_order, { archive, signal }) => {
      shelf.set(archive, BYTES);
      return untilAborted(signal);
    },
  });
  const making = worker.makeNext();
  await look(id);
  await call("deleteDataset", { path: { datasetId: id } });
  beat();
  await making;
  expect([await credits(), shelf.size]).toEqual([100, 0]);
});

it("never removes the archive of a READY dataset, even after an error", async () => {
  const { hire, create, look, store, shelf } = await openWorkshop();
  const id = await create();
  const lying: Store = {
    ...store,
    finishDataset: async (...args) => {
      await store.finishDataset(...args);
      throw new Error("The connection broke after the commit.");
    },
  };
  await hire({ store: lying }).makeNext();
  expect((await look(id)).state).toBe("READY");
  expect(shelf.size).toBe(1);
});

it("removes archives when their retention is over, and when their dataset is deleted", async () => {
  const { worker, create, call, look, shelf, advance } = await openWorkshop();
  const [old, gone] = [await create(), await create()];
  while (await worker.makeNext());
  await call("deleteDataset", { path: { datasetId: gone } });
  await worker.tidy();
  expect(shelf.size).toBe(1);
  advance(30 * DAY);
  await worker.tidy();
  expect(shelf.size).toBe(0);
  expect(await look(old)).toMatchObject({ state: "EXPIRED", size: BYTES.length });
});

it("removes the other archives if one cannot be removed, and tries that one again", async () => {
  const { hire, create, call, shelf } = await openWorkshop();
  let stuck: string | undefined;
  const worker = hire({
    async remove(archive) {
      stuck ??= archive;
      if (archive === stuck) throw new Error("It is protected.");
      shelf.delete(archive);
    },
  });
  const datasets = [await create(), await create(), await create()];
  while (await worker.makeNext());
  for (const datasetId of datasets) await call("deleteDataset", { path: { datasetId } });
  await expect(worker.tidy()).rejects.toThrow("It is protected.");
  expect([...shelf.keys()]).toEqual([stuck]);
  await hire().tidy();
  expect(shelf.size).toBe(0);
});
