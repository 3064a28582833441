import fc from "fast-check";
import { expect, it } from "vitest";
import { createQueuedGeneration, giveCredits, retryDataset } from "../src/index.ts";
import { MODEL } from "./client.ts";
import { CreditChain, type CreditStep, creditStep } from "./credit-chain.ts";
import { createTown, type Town } from "./people.ts";
import { onEachStore } from "./stores.ts";
import { openPost } from "./webhook-post.ts";

const RUNS = { memory: 150, sqlite: 15, postgres: 10 };
const queued = createQueuedGeneration(async () => undefined);
const orderOf = (numSamples: number, prompt = "cardiomegaly") => ({
  modelId: MODEL.id,
  numSamples,
  args: { prompt },
});

interface ThresholdStep {
  readonly does: "threshold";
  readonly value: number | null;
}

const step: fc.Arbitrary<CreditStep | ThresholdStep> = fc.oneof(
  { weight: 4, arbitrary: creditStep },
  fc.record({
    does: fc.constant("threshold" as const),
    value: fc.option(fc.integer({ min: 1, max: 60 })),
  }),
);

const isLow = (credits: number, threshold: number | null) =>
  threshold !== null && credits < threshold;

onEachStore(({ kind, store }) => {
  const create = (options = {}) => createTown({ store: store(), generation: queued, ...options });

  const setThreshold = (town: Town, lowCreditsThreshold: unknown) =>
    town.call("updateOrganization", {
      path: { organizationId: town.organizationId },
      body: { lowCreditsThreshold },
    });

  const order = (town: Town, numSamples: number, prompt?: string) =>
    town.call("createDataset", { body: orderOf(numSamples, prompt) });

  const remove = (town: Town, datasetId: string) =>
    town.call("deleteDataset", { path: { datasetId } });

  const give = ({ organizationId, now }: Town, amount: number) =>
    giveCredits(store(), { organizationId, amount, reason: "Why.", now: now() });

  async function listen(town: Town) {
    const post = openPost(town);
    await post.register({ events: ["credits.low"] });
    /** Returns the number of delivered events since the first. */
    const count = async (): Promise<number> => {
      await post.deliverer.deliverDue();
      return post.received.length;
    };
    return { ...post, count };
  }

  it.each([
    ["the clock", undefined],
    ["workers", queued],
  ])(
    "tells once each time that credits become low, with datasets made by %s",
    { timeout: 240_000 },
    async (_, generation) => {
      const steps = fc.array(step, { minLength: 3, maxLength: 14 });
      await fc.assert(
        fc.asyncProperty(steps, async (steps) => {
          const options = generation ? { generation } : {};
          const town = await createTown({ store: store(), credits: 50, ...options });
          const { count } = await listen(town);
          const chain = new CreditChain(town, 50);
          let threshold: number | null = null;
          let wasLow = false;
          let expected = 0;
          for (const each of steps) {
            if (each.does === "threshold") {
              threshold = each.value;
              expect((await setThreshold(town, threshold)).status).toBe(200);
            } else await chain.play(each);
            const nowLow = isLow(await chain.balance(), threshold);
            if (nowLow && !wasLow) expected += 1;
            wasLow = nowLow;
            expect(await count()).toBe(expected);
          }
          await chain.end();
        }),
        { numRuns: RUNS[kind] },
      );
    },
  );

  it("says in the event which organization it is, and nothing else", async () => {
    const town = await create({ credits: 20 });
    const { count, bodies } = await listen(town);
    await setThreshold(town, 11);
    await order(town, 9);
    expect(await count()).toBe(0);
    await order(town, 1);
    expect(await count()).toBe(1);
    expect(bodies()).toEqual([
      {
        id: expect.any(String),
        timestamp: new Date(town.now()).toISOString(),
        type: "credits.low",
        organizationId: town.organizationId,
        data: {},
      },
    ]);
  });

  it("reports once when many simultaneous orders go below the threshold", async () => {
    const town = await create({ credits: 100 });
    const { count } = await listen(town);
    await setThreshold(town, 50);
    const replies = await Promise.all(Array.from({ length: 12 }, () => order(town, 10)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(await count()).toBe(1);
    await Promise.all(replies.map(({ body }) => body.id && remove(town, body.id)));
    expect(await count()).toBe(1);
    await Promise.all(Array.from({ length: 12 }, () => order(town, 10)));
    expect(await count()).toBe(2);
  });

  it("reports once when the threshold is raised above the credits", async () => {
    const town = await create({ credits: 20 });
    const { count } = await listen(town);
    for (const [threshold, expected] of [
      [20, 0],
      [21, 1],
      [30, 1],
      [null, 1],
      [30, 2],
      [1, 2],
    ] as const) {
      const { body } = await setThreshold(town, threshold);
      expect([body.lowCreditsThreshold, await count()]).toEqual([threshold, expected]);
    }
  });

  it("undoes the event with a change that fails", async () => {
    const town = await create({ credits: 20 });
    const { count } = await listen(town);
    await setThreshold(town, 11);
    const failing = { plan: () => Promise.reject(new Error("No plan.")) };
    const other = await create({ generation: { ...queued, ...failing }, credits: 20 });
    const post = await listen(other);
    await setThreshold(other, 11);
    expect((await order(other, 15)).status).toBe(500);
    expect([await count(), await post.count()]).toEqual([0, 0]);
    expect((await order(town, 30)).status).toBe(402);
    expect(await count()).toBe(0);
  });

  it("counts credits that an operator takes, and a dataset that is made again", async () => {
    const town = await createTown({ store: store(), credits: 20 });
    const { count } = await listen(town);
    await setThreshold(town, 11);
    await give(town, -10);
    expect(await count()).toBe(1);
    await give(town, 10);
    const { body } = await order(town, 15, "fail: on purpose");
    expect(await count()).toBe(2);
    town.advance(60_000);
    expect(await retryDataset(store(), { id: body.id, now: town.now() })).toBeUndefined();
    expect(await count()).toBe(3);
    await remove(town, body.id);
  });

  it("uses the credits that people see when the threshold is set", async () => {
    const town = await createTown({ store: store(), credits: 20 });
    const { count } = await listen(town);
    const { status } = await order(town, 15, "fail: on purpose");
    expect(status).toBe(201);
    town.advance(60_000);
    const { body } = await setThreshold(town, 11);
    expect([body.credits, await count()]).toEqual([20, 0]);
  });

  it("mails the owners what is left, once a day, and again after credits were given", async () => {
    const town = await create({ credits: 20 });
    const [owner, second] = [await town.join("owner"), await town.join("owner")];
    await town.join("member");
    const { count } = await listen(town);
    await setThreshold(town, 15);
    const { body } = await order(town, 10);
    const organization = { id: town.organizationId, name: "Radiology", credits: 10 };
    const notice = { kind: "credits-low", organization, threshold: 15 };
    const mails = await town.notices("credits-low");
    const byAddress = (a: { to: string }, b: { to: string }) => a.to.localeCompare(b.to);
    const expected = [owner, second].map(({ email }) => ({ ...notice, to: email })).sort(byAddress);
    expect(mails.sort(byAddress)).toEqual(expected);
    const again = async (): Promise<number> => {
      await setThreshold(town, null);
      await setThreshold(town, 15);
      return (await town.notices("credits-low")).length / 2;
    };
    expect(await again()).toBe(1);
    town.advance(24 * 60 * 60 * 1000 - 1);
    expect(await again()).toBe(1);
    town.advance(1);
    expect(await again()).toBe(2);
    await give(town, 1);
    expect(await again()).toBe(3);
    expect(await count()).toBe(5);
    await remove(town, body.id);
  });

  it("is off at first, and set by owners only, to a whole number from 1", async () => {
    const town = await create();
    const path = { organizationId: town.organizationId };
    expect((await town.call("getOrganization", { path })).body.lowCreditsThreshold).toBeNull();
    for (const value of [0, -1, 1.5, 1_000_000_001, "5", true, []])
      expect((await setThreshold(town, value)).status).toBe(422);
    expect((await setThreshold(town, 1_000_000_000)).status).toBe(200);
    const [owner, member] = [await town.join("owner"), await town.join("member")];
    const body = { lowCreditsThreshold: 5 };
    expect((await member.call("updateOrganization", { path, body })).status).toBe(403);
    expect((await owner.call("updateOrganization", { path, body })).status).toBe(200);
    const seen = await member.call("getOrganization", { path });
    expect(seen.body.lowCreditsThreshold).toBe(5);
    await town.call("updateOrganization", { path, body: { name: "Other" } });
    expect((await town.call("getOrganization", { path })).body.lowCreditsThreshold).toBe(5);
  });
});
