import { UnsupportedPromptError } from "@sinkove/generator";
import { describe, expect, it } from "vitest";
import type { MakeArchive, Store } from "../src/index.ts";
import { MODEL } from "./client.ts";
import { BYTES, killed, LEASE, ORDER, openWorkshop, untilAborted } from "./workshop.ts";

it("makes what was asked for, and the archive is downloaded", async () => {
  const { worker, create, look, call, shelf } = await openWorkshop();
  const id = await create();
  expect(await worker.makeNext()).toBe(true);
  expect(await worker.makeNext()).toBe(false);
  expect(await look(id)).toMatchObject({ state: "READY", size: BYTES.length });
  const { body } = await call("getDatasetDownload", { path: { datasetId: id } });
  const path = { downloadToken: body.URL.split("/").at(-1) };
  expect((await call("downloadFile", { path })).body).toEqual(BYTES);
  shelf.clear();
  expect((await call("downloadFile", { path })).body.code).toBe("DOWNLOAD_NOT_FOUND");
});

it("gives the order to the generator as it was given", async () => {
  const { hire, create, make, now } = await openWorkshop();
  const id = await create();
  const orders: unknown[] = [];
  const worker = hire({
    make: (order, options) => {
      orders.push(order);
      return make(order, options);
    },
  });
  await worker.makeNext();
  const model = { id: MODEL.id, slug: MODEL.slug, name: MODEL.name };
  const createdAt = new Date(now()).toISOString();
  const { numSamples, args } = ORDER;
  expect(orders).toEqual([{ datasetId: id, model, args, numSamples, createdAt }]);
});

it("tells the progress, and keeps its lease as long as it works", async () => {
  const { hire, worker, create, look, make, advance } = await openWorkshop();
  const id = await create();
  let [beat, goOn] = [() => {}, () => {}];
  const slow = hire({
    wait: () =>
      new Promise((resolve) => {
        beat = resolve;
      }),
    make: async (order, options) => {
      options.onSample(4);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return make(order, options);
    },
  });
  const making = slow.makeNext();
  for (let beats = 0; beats < 5; beats++) {
    await look(id);
    advance(LEASE - 1);
    beat();
    expect(await look(id)).toMatchObject({ state: "STARTED" });
    expect(await worker.makeNext()).toBe(false);
  }
  expect(await look(id)).toMatchObject({ state: "STARTED", progress: 40 });
  goOn();
  await Promise.resolve();
  beat();
  await Promise.all([making, keepBeating(() => beat())]);
  expect(await look(id)).toMatchObject({ state: "READY", progress: 100 });
});

async function keepBeating(beat: () => void): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    beat();
    await Promise.resolve();
  }
}

it("shares the datasets among many that work at once, each made once", async () => {
  const { hire, create, make, look, shelf } = await openWorkshop();
  const ids = [];
  for (let count = 0; count < 10; count++) ids.push(await create());
  const made: string[] = [];
  const workers = Array.from({ length: 5 }, () =>
    hire({
      make: (order, options) => {
        made.push(order.datasetId);
        return make(order, options);
      },
    }),
  );
  const finish = async (worker: (typeof workers)[number]) => {
    while (await worker.makeNext());
  };
  await Promise.all(workers.map(finish));
  expect(made.sort()).toEqual(ids.sort());
  for (const id of ids) expect((await look(id)).state).toBe("READY");
  expect(shelf.size).toBe(10);
});

describe("what cannot be made", () => {
  it("fails at once with the generator's reason, and its credits come back", async () => {
    const { hire, create, look, credits, shelf } = await openWorkshop();
    const id = await create();
    const make: MakeArchive = async () => {
      throw new UnsupportedPromptError("A brain cannot be drawn. Ask for a chest.", "brain");
    };
    await hire({ make }).makeNext();
    const failureReason = "A brain cannot be drawn. Ask for a chest.";
    expect(await look(id)).toMatchObject({ state: "FAILED", failureReason, progress: 0 });
    expect(await credits()).toBe(100);
    expect(shelf.size).toBe(0);
  });

  it("is retried after an internal error, later each time, and fails after the third", async () => {
    const { hire, create, look, credits, advance, shelf, workerLog } = await openWorkshop();
    const id = await create();
    const failing = hire({
      make: async (_order, { archive }) => {
        shelf.set(archive, BYTES.subarray(0, 1));
        throw new Error("The disk is on fire.");
      },
    });
    for (const pause of [5000, 10_000]) {
      expect(await failing.makeNext()).toBe(true);
      expect(await failing.makeNext()).toBe(false);
      expect((await look(id)).state).toBe("STARTED");
      advance(pause);
    }
    await failing.makeNext();
    await failing.tidy();
    const { state, failureReason } = await look(id);
    expect(state).toBe("FAILED");
    expect(failureReason).toContain("credits were given back");
    expect(failureReason).not.toContain("fire");
    expect(JSON.stringify(workerLog)).toContain("fire");
    expect([await credits(), shelf.size]).toEqual([100, 0]);
  });

  it("is given up if it kills its workers repeatedly", async () => {
    const { hire, worker, create, look, advance } = await openWorkshop();
    const id = await create();
    for (let death = 0; death < 20; death++) {
      await new Promise<void>((begun) => {
        const make = () => {
          begun();
          return killed();
        };
        void hire({ make }).makeNext();
      });
      expect((await look(id)).state).toBe("STARTED");
      advance(LEASE);
    }
    await worker.makeNext();
    expect(await look(id)).toMatchObject({ state: "FAILED" });
    expect((await look(id)).failureReason).toContain("interrupted 20 times");
  });
});

it("gives its leases back when it is stopped, so that another can start at once", async () => {
  const { hire, worker, create, look, shelf, store } = await openWorkshop();
  const id = await create();
  const stopped = hire({
    make: (_order, { archive, signal }) => {
      shelf.set(archive, BYTES);
      return untilAborted(signal);
    },
  });
  stopped.start();
  while ((await look(id)).state !== "STARTED");
  await stopped.stop();
  expect(shelf.size).toBe(0);
  expect(await store.findDataset(id)).toMatchObject({ leaseToken: null, attempts: 0 });
  expect(await worker.makeNext()).toBe(true);
  expect((await look(id)).state).toBe("READY");
});

it("goes on when the store cannot answer for a while", async () => {
  const { hire, create, look, store, shelf, advance, workerLog } = await openWorkshop();
  const id = await create();
  let isAway = true;
  const away = async () => {
    throw new Error("away");
  };
  const shaky: Store = {
    ...store,
    finishDataset: (...args) => (isAway ? away() : store.finishDataset(...args)),
    releaseLease: (...args) => (isAway ? away() : store.releaseLease(...args)),
  };
  const worker = hire({ store: shaky });
  await expect(worker.makeNext()).rejects.toThrow("away");
  isAway = false;
  advance(LEASE);
  await worker.makeNext();
  expect((await look(id)).state).toBe("READY");
  advance(LEASE);
  await worker.tidy();
  expect([...shelf.keys()]).toEqual([(await store.findDataset(id))?.archive]);
  expect(workerLog.length).toBeGreaterThan(0);
});
