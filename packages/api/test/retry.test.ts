import { describe, expect, it } from "vitest";
import { createQueuedGeneration, retryDataset } from "../src/index.ts";
import { idAt, MODEL, type World } from "./client.ts";
import { onEachStore } from "./stores.ts";

const generation = createQueuedGeneration(async () => undefined);
const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };

describe("a retry of a dataset", () => {
  onEachStore(({ store, world: open }) => {
    const creditsOf = async ({ call, organizationId }: World): Promise<number> =>
      (await call("getOrganization", { path: { organizationId } })).body.credits;

    /** Creates a dataset that has failed. */
    const createFailed = async (world: World): Promise<string> => {
      const { id } = (await world.call("createDataset", { body: ORDER })).body;
      const [now, token] = [world.now(), id];
      const expiresAt = now + 1000;
      for (;;) {
        const leased = await store().leaseDataset({ now, token, expiresAt });
        if (!leased || leased.id === id) break;
      }
      const outcome = { finishedAt: now, expiresAt: null, size: 0, sha256: null };
      const lease = { datasetId: id, token };
      await store().finishDataset(
        lease,
        { ...outcome, failureReason: "The disk was full." },
        { newId: idAt, events: [] },
      );
      return id;
    };

    it("takes the credits again, and leaves it to the workers", async () => {
      const world = await open({ generation, credits: 25 });
      const id = await createFailed(world);
      expect(await creditsOf(world)).toBe(25);
      expect(await retryDataset(store(), { id, now: world.now() })).toBeUndefined();
      expect(await creditsOf(world)).toBe(15);
      const { body } = await world.call("getDataset", { path: { datasetId: id } });
      expect(body.metadata).toMatchObject({ state: "PENDING", failureReason: null });
      const again = { now: world.now(), token: "again", expiresAt: world.now() + 1000 };
      expect(await store().leaseDataset(again)).toMatchObject({ id, attempts: 1, errors: 0 });
      expect(await retryDataset(store(), { id, now: world.now() })).toBe("not failed");
    });

    it("changes nothing if the credits are too few", async () => {
      const world = await open({ generation, credits: 15 });
      const id = await createFailed(world);
      await world.call("createDataset", { body: ORDER });
      expect(await retryDataset(store(), { id, now: world.now() })).toBe("too few credits");
      expect(await creditsOf(world)).toBe(5);
      const { body } = await world.call("getDataset", { path: { datasetId: id } });
      expect(body.metadata.state).toBe("FAILED");
    });

    it("is done once, and its credits come back once if it fails again", async () => {
      const world = await open({ generation, credits: 25 });
      const id = await createFailed(world);
      const retries = [1, 2, 3].map(() => retryDataset(store(), { id, now: world.now() }));
      const refusals = await Promise.all(retries);
      expect(refusals.filter((each) => each === undefined)).toHaveLength(1);
      expect(await creditsOf(world)).toBe(15);
      await world.call("deleteDataset", { path: { datasetId: id } });
      expect(await creditsOf(world)).toBe(25);
    });

    it("needs a dataset", async () => {
      const world = await open();
      const id = crypto.randomUUID();
      expect(await retryDataset(store(), { id, now: world.now() })).toBe("not found");
    });
  });
});
