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

export const DAY = 24 * 60 * 60 * 1000;
export const LEASE = 4000;
export const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };
export const BYTES = new Uint8Array([0x50, 0x4b, 3, 4]);
const SHA256 = "ab".repeat(32);

/** A world whose datasets wait for workers, and a shelf that archives are put on. */
export async function openWorkshop(store: Store = createMemoryStore()) {
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
export const killed = () => new Promise<never>(() => {});

/** Rejects when the signal is aborted, at once where it was aborted before. */
export const untilAborted = async (signal: AbortSignal): Promise<never> => {
  signal.throwIfAborted();
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
};
