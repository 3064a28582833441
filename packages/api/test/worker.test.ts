import { UnsupportedPromptError } from "@sinkove/generator";
import { describe, expect, it } from "vitest";
import {
  createQueuedGeneration,
  createWorker,
  type JobLogEntry,
  type MakeArchive,
  type Store,
  type WorkerOptions,
} from "../src/index.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { createWorld, MODEL } from "./client.ts";

const DAY = 24 * 60 * 60 * 1000;
const LEASE = 4000;
const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };
const BYTES = new Uint8Array([0x50, 0x4b, 3, 4]);
const SHA256 = "ab".repeat(32);

/** A world whose datasets wait for workers, and a shelf that archives are put on. */
async function openWorkshop(store: Store = createMemoryStore()) {
  const shelf = new Map<string, Uint8Array<ArrayBuffer>>();
  const generation = createQueuedGeneration(async (name, { start, end }) =>
    shelf.get(name)?.slice(start, end),
  );
  const world = await createWorld({ store, generation, credits: 100 });
  const log: JobLogEntry[] = [];
  const make: MakeArchive = async (_order, { archive }) => {
    shelf.set(archive, BYTES);
    return { size: BYTES.length, sha256: SHA256 };
  };
  const hire = (options: Partial<WorkerOptions> = {}) =>
    createWorker({
      store,
      make,
      remove: async (archive) => void shelf.delete(archive),
      clock: world.now,
      wait: (_milliseconds, signal) => untilAborted(signal).catch(() => {}),
      log: (entry) => log.push(entry),
      leaseFor: LEASE,
      retention: 30 * DAY,
      slots: 1,
      ...options,
    });
  const create = async (): Promise<string> =>
    (await world.call("createDataset", { body: ORDER })).body.id;
  const look = async (datasetId: string) =>
    (await world.call("getDataset", { path: { datasetId } })).body.metadata;
  const credits = async (): Promise<number> =>
    (await world.call("getOrganization", { path: { organizationId: world.organizationId } })).body
      .credits;
  return { ...world, shelf, hire, make, create, look, credits, worker: hire(), workerLog: log };
}

/** What a process does that was killed: nothing more, ever. */
const killed = () => new Promise<never>(() => {});

/** Rejects when the signal is aborted, at once where it was aborted before. */
const untilAborted = async (signal: AbortSignal): Promise<never> => {
  signal.throwIfAborted();
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
};

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
          finishDataset: async (lease, outcome) => {
            await store.finishDataset(lease, outcome);
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

it("leaves no archive where a worker begins one of a deleted dataset, and is killed", async () => {
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

it("makes one archive where two workers race, and the slow one clears its own away", async () => {
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

  it("is tried again after an error of ours, later each time, and fails after the third", async () => {
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

  it("is given up where it kills its workers again and again", async () => {
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

it("gives its leases back when it is stopped, for another to begin at once", async () => {
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

it("never removes the archive of a dataset that is READY, whatever it was told of it", async () => {
  const { hire, create, look, store, shelf } = await openWorkshop();
  const id = await create();
  const lying: Store = {
    ...store,
    finishDataset: async (lease, outcome) => {
      await store.finishDataset(lease, outcome);
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
