import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQueuedGeneration, type DatasetRecord, type Store } from "../src/index.ts";
import { archiveNameOf, type JobOutcome } from "../src/store/jobs.ts";
import { createWorld, idAt, MODEL, START, type World } from "./client.ts";
import { type Home, homes } from "./stores.ts";

const LATER = START + 10_000;
const DAY = 24 * 60 * 60 * 1000;
const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };

/** Leaves all generation to workers. */
const queued = createQueuedGeneration(async () => undefined);

const ENDING = { newId: idAt, events: [] };

const MADE: JobOutcome = {
  finishedAt: START + 5000,
  expiresAt: START + DAY,
  failureReason: null,
  size: 7,
  sha256: "00".repeat(32),
};

describe.each(Object.entries(homes))("leases in the %s store", (_kind, makeHome) => {
  let home: Home;
  let store: Store;

  beforeAll(async () => {
    home = await makeHome();
    store = await home.open();
  }, 60_000);

  afterAll(async () => {
    await store.close();
    await home.remove();
  }, 60_000);

  /** Takes all datasets that another test has left in the queue. */
  async function openWorld(credits = 1000): Promise<World> {
    while (await store.leaseDataset(request("left over", START + 1000 * DAY, Infinity)));
    return createWorld({ store, generation: queued, credits });
  }

  const request = (token: string, now = START, expiresAt = now + 1000) => ({
    token,
    now,
    expiresAt: Math.min(expiresAt, Number.MAX_SAFE_INTEGER),
  });
  const take = async (token: string, now = START): Promise<DatasetRecord> => {
    const leased = await store.leaseDataset(request(token, now));
    if (!leased) throw new Error("There is nothing to lease.");
    return leased;
  };
  const create = async ({ call }: World): Promise<string> =>
    (await call("createDataset", { body: ORDER })).body.id;
  const stateOf = async ({ call }: World, datasetId: string) =>
    (await call("getDataset", { path: { datasetId } })).body.metadata;
  const creditsOf = async ({ call, organizationId }: World): Promise<number> =>
    (await call("getOrganization", { path: { organizationId } })).body.credits;

  it("give a dataset to one worker, which makes it", async () => {
    const world = await openWorld();
    const id = await create(world);
    expect(await stateOf(world, id)).toMatchObject({ state: "PENDING", progress: 0 });
    const leased = await take("a");
    expect(leased).toMatchObject({ id, args: ORDER.args, attempts: 1, startedAt: START });
    expect(await store.leaseDataset(request("b"))).toBeUndefined();
    const lease = { datasetId: id, token: "a" };
    expect(await store.renewLease(lease, { expiresAt: LATER, samplesDone: 3 })).toBe(true);
    expect(await stateOf(world, id)).toMatchObject({ state: "STARTED", progress: 30 });
    expect(await store.finishDataset(lease, MADE, ENDING)).toBe(true);
    world.advance(5000);
    expect(await stateOf(world, id)).toMatchObject({ state: "READY", progress: 100, size: 7 });
    expect((await store.findDataset(id))?.archive).toBe(archiveNameOf(lease));
    expect(await store.listRemovals(START)).not.toContain(archiveNameOf(lease));
  });

  it("are counted, with the age of the oldest dataset that waits", async () => {
    const world = await openWorld();
    const { running, ...none } = await store.readQueue(START);
    expect(none).toEqual({ queued: 0, oldest: null });
    await create(world);
    world.advance(100);
    await create(world);
    const both = { queued: 2, running, oldest: START };
    expect(await store.readQueue(START + 100)).toEqual(both);
    const { id } = await take("a", START + 100);
    const one = { queued: 1, running: running + 1, oldest: START + 100 };
    expect(await store.readQueue(START + 200)).toEqual(one);
    // Its worker has died, so it waits for another attempt.
    expect(await store.readQueue(START + 1100)).toEqual(both);
    const lease = { datasetId: id, token: "a" };
    await store.releaseLease(lease, { isError: true, retryAt: START + 5000 });
    expect(await store.readQueue(START + 1100)).toEqual(both);
  });

  it("pass to another worker when they run out, and refuse the first from then on", async () => {
    const world = await openWorld();
    const id = await create(world);
    const [first, second] = ["a", "b"].map((token) => ({ datasetId: id, token })) as [
      { datasetId: string; token: string },
      { datasetId: string; token: string },
    ];
    await take("a");
    expect(await store.leaseDataset(request("b", START + 999))).toBeUndefined();
    const again = await take("b", START + 1000);
    expect(again).toMatchObject({ id, attempts: 2, samplesDone: 0 });
    const progress = { expiresAt: LATER, samplesDone: 9 };
    expect(await store.renewLease(first, progress)).toBe(false);
    expect(await store.finishDataset(first, MADE, ENDING)).toBe(false);
    const release = { retryAt: START, isError: true };
    expect(await store.releaseLease(first, release)).toBe(false);
    expect(await store.listRemovals(START + 1999)).not.toContain(archiveNameOf(first));
    expect(await store.listRemovals(START + 2000)).toContain(archiveNameOf(first));
    expect(await store.finishDataset(second, MADE, ENDING)).toBe(true);
    expect((await store.findDataset(id))?.archive).toBe(archiveNameOf(second));
  });

  it("go to one of many workers that ask at once", async () => {
    const world = await openWorld();
    const ids = [await create(world), await create(world), await create(world)];
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, index) => store.leaseDataset(request(`w${index}`))),
    );
    const leased = asked.flatMap((dataset) => dataset?.id ?? []);
    // On PostgreSQL, a request that meets another's lock may get nothing, and asks again.
    for (let more = 0; leased.length < ids.length && more < ids.length; more++) {
      leased.push((await take(`more ${more}`)).id);
    }
    expect(leased.sort()).toEqual(ids.sort());
    expect(await store.leaseDataset(request("late"))).toBeUndefined();
  });

  it("are fair between organizations: a queue of one does not hold up another's", async () => {
    const [busy, small] = [await openWorld(), await createWorld({ store, generation: queued })];
    for (let count = 0; count < 4; count++) await create(busy);
    small.advance(1);
    for (let count = 0; count < 2; count++) await create(small);
    const turns: string[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const { id, organizationId } = await take(`t${turn}`, START + turn);
      turns.push(organizationId === busy.organizationId ? "busy" : "small");
      await store.finishDataset({ datasetId: id, token: `t${turn}` }, MADE, ENDING);
    }
    expect(turns.slice(0, 4).sort()).toEqual(["busy", "busy", "small", "small"]);
    expect(turns.slice(4)).toEqual(["busy", "busy"]);
  });

  it("go first to the organization that has the fewest running", async () => {
    const [busy, small] = [await openWorld(), await createWorld({ store, generation: queued })];
    for (let count = 0; count < 3; count++) await create(busy);
    const long = await take("long");
    expect(long.organizationId).toBe(busy.organizationId);
    small.advance(1);
    for (let turn = 0; turn < 2; turn++) {
      await create(small);
      const { id, organizationId } = await take(`t${turn}`, START + 1 + turn);
      expect(organizationId).toBe(small.organizationId);
      await store.finishDataset({ datasetId: id, token: `t${turn}` }, MADE, ENDING);
    }
  });

  it("are given back without counting an attempt, and after an error only later", async () => {
    const world = await openWorld();
    const lease = { datasetId: await create(world), token: "a" };
    await take("a");
    expect(await store.releaseLease(lease, { retryAt: START, isError: false })).toBe(true);
    expect(await store.listRemovals(START)).toContain(archiveNameOf(lease));
    expect(await take("b")).toMatchObject({ attempts: 1, errors: 0 });
    const second = { ...lease, token: "b" };
    expect(await store.releaseLease(second, { retryAt: START + 500, isError: true })).toBe(true);
    expect(await store.leaseDataset(request("c", START + 499))).toBeUndefined();
    expect(await take("c", START + 500)).toMatchObject({ attempts: 2, errors: 1 });
  });

  it("end when the dataset is deleted: its credits are refunded, its archive is removed", async () => {
    const world = await openWorld(10);
    const lease = { datasetId: await create(world), token: "a" };
    await take("a");
    expect(await creditsOf(world)).toBe(0);
    await world.call("deleteDataset", { path: { datasetId: lease.datasetId } });
    expect(await creditsOf(world)).toBe(10);
    expect(await store.finishDataset(lease, MADE, ENDING)).toBe(false);
    expect(await store.listRemovals(START + 999)).not.toContain(archiveNameOf(lease));
    const removals = await store.listRemovals(START + 1000);
    expect(removals).toContain(archiveNameOf(lease));
    await store.confirmRemovals(removals);
    expect(await store.listRemovals(START + 1000)).not.toContain(archiveNameOf(lease));
  });

  it("refund the credits of a failed dataset once, even if it is deleted", async () => {
    const world = await openWorld(20);
    const lease = { datasetId: await create(world), token: "a" };
    await take("a");
    const failed = { ...MADE, expiresAt: null, failureReason: "It cannot be drawn.", size: 0 };
    expect(await store.finishDataset(lease, { ...failed, sha256: null }, ENDING)).toBe(true);
    world.advance(5000);
    expect(await stateOf(world, lease.datasetId)).toMatchObject({
      state: "FAILED",
      failureReason: failed.failureReason,
    });
    expect(await store.listRemovals(START)).toContain(archiveNameOf(lease));
    expect(await creditsOf(world)).toBe(20);
    await create(world);
    expect(await creditsOf(world)).toBe(10);
    await world.call("deleteDataset", { path: { datasetId: lease.datasetId } });
    expect(await creditsOf(world)).toBe(10);
  });

  it("leave an archive to be removed once its retention is over", async () => {
    const world = await openWorld();
    const lease = { datasetId: await create(world), token: "a" };
    await take("a");
    await store.finishDataset(lease, MADE, ENDING);
    expect(await store.listRemovals(START + DAY - 1)).not.toContain(archiveNameOf(lease));
    expect(await store.listRemovals(START + DAY)).toContain(archiveNameOf(lease));
    world.advance(DAY);
    expect(await stateOf(world, lease.datasetId)).toMatchObject({ state: "EXPIRED", size: 7 });
    expect((await store.findDataset(lease.datasetId))?.archive).toBeNull();
  });
});
