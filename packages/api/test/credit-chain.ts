import fc from "fast-check";
import { expect } from "vitest";
import { giveCredits, retryDataset } from "../src/index.ts";
import { idAt, MODEL, type World } from "./client.ts";

/** A step that may change the credits of an organization. */
export type CreditStep =
  | { readonly does: "order"; readonly samples: number; readonly fails: boolean }
  | { readonly does: "advance"; readonly by: number }
  | { readonly does: "give"; readonly amount: number }
  | { readonly does: "work"; readonly fails: boolean }
  | { readonly does: "delete" | "retry"; readonly which: number }
  | { readonly does: "look" };

const which = fc.nat(9);

export const creditStep: fc.Arbitrary<CreditStep> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("order" as const),
      samples: fc.integer({ min: 1, max: 20 }),
      fails: fc.boolean(),
    }),
  },
  fc.record({
    does: fc.constant("advance" as const),
    by: fc.constantFrom(1000, 2500, 60_000, 40 * 24 * 60 * 60 * 1000),
  }),
  fc.record({
    does: fc.constant("give" as const),
    amount: fc.integer({ min: -60, max: 60 }).filter((amount) => amount !== 0),
  }),
  fc.record({ does: fc.constant("work" as const), fails: fc.boolean() }),
  fc.record({ does: fc.constantFrom("delete" as const, "retry" as const), which }),
  fc.record({ does: fc.constant("look" as const) }),
);

/** Performs steps in a world, and derives the expected credits only from the states of its datasets. */
export class CreditChain {
  readonly #world: World;
  readonly #first: number;
  /** Credits that were removed by hand (negative if added) or spent on datasets that were deleted after generation. */
  #gone = 0;
  #jobs = 0;

  constructor(world: World, credits: number) {
    this.#world = world;
    this.#first = credits;
  }

  async play(step: CreditStep): Promise<void> {
    const { call, store, organizationId, advance, now } = this.#world;
    if (step.does === "order") {
      const args = { prompt: step.fails ? "fail: on purpose" : "cardiomegaly" };
      const body = { modelId: MODEL.id, numSamples: step.samples, args };
      const before = await this.balance();
      const { status } = await call("createDataset", { body });
      expect(status).toBe(step.samples <= before ? 201 : 402);
    } else if (step.does === "advance") advance(step.by);
    else if (step.does === "give") {
      const { amount } = step;
      const before = await this.balance();
      const given = await giveCredits(store, {
        organizationId,
        amount,
        reason: "Why.",
        now: now(),
      });
      if (before + amount < 0) expect(given).toBe("too few credits");
      else this.#gone -= amount;
    } else if (step.does === "work") await this.#work(step.fails);
    else if (step.does === "look") await this.expectHonest();
    else await this.#change(step);
  }

  async #change(step: CreditStep & { readonly which: number }): Promise<void> {
    const { call, store, now } = this.#world;
    const all = await this.#datasets();
    const chosen = all[step.which % Math.max(1, all.length)];
    if (!chosen) return;
    const { id, numSamples, metadata } = chosen;
    if (step.does === "retry") await retryDataset(store, { id, now: now() });
    else {
      await call("deleteDataset", { path: { datasetId: id } });
      if (["READY", "EXPIRED"].includes(metadata.state)) this.#gone += numSamples;
    }
  }

  /** Generates a dataset as a worker does. */
  async #work(fails: boolean): Promise<void> {
    const { store, now } = this.#world;
    this.#jobs += 1;
    const token = `job ${this.#jobs}`;
    const leased = await store.leaseDataset({ token, now: now(), expiresAt: now() + 1000 });
    if (!leased) return;
    const failed = { failureReason: "A disk was full.", expiresAt: null, size: 0, sha256: null };
    const made = {
      failureReason: null,
      expiresAt: now() + 60_000,
      size: 3,
      sha256: "ab".repeat(32),
    };
    const outcome = { finishedAt: now(), ...(fails ? failed : made) };
    await store.finishDataset({ datasetId: leased.id, token }, outcome, {
      newId: idAt,
      events: [],
    });
  }

  /** Compares the balance with the entries in the database, without changing anything there. */
  async expectSum(): Promise<void> {
    const { store, organizationId, accountId } = this.#world;
    const entries = await store.listCreditEntries({ organizationId }, { limit: 10_000 });
    const stored = await store.write({ accountId }, (writer) =>
      writer.lockOrganization(organizationId),
    );
    expect(sumOf(entries)).toBe(stored?.credits);
    expect(entries.filter(({ kind }) => kind === "adjustment")).toEqual([]);
  }

  /** Compares the balance and the entries in the API with each other and with the datasets. */
  async expectHonest(): Promise<void> {
    const { call, organizationId } = this.#world;
    const path = { organizationId };
    const { body: organization } = await call("getOrganization", { path });
    expect(organization.credits).toBe(await this.balance());
    const query = { limit: "500" };
    const { body: entries } = await call("listCreditEntries", { path, query });
    expect(sumOf(entries)).toBe(organization.credits);
  }

  /** Deletes all datasets, because all worlds of a store share the queue of the workers. */
  async end(): Promise<void> {
    for (const { id } of await this.#datasets())
      await this.#world.call("deleteDataset", { path: { datasetId: id } });
  }

  /** Returns the credits that people must see. */
  async balance(): Promise<number> {
    const paid = (await this.#datasets()).filter(({ metadata }) => metadata.state !== "FAILED");
    return this.#first - this.#gone - paid.reduce((sum, { numSamples }) => sum + numSamples, 0);
  }

  async #datasets(): Promise<
    { id: string; numSamples: number; metadata: { readonly state: string } }[]
  > {
    return (await this.#world.call("listDatasets", { query: { limit: "500" } })).body;
  }
}

/** Returns the sum of the amounts. */
export function sumOf(entries: readonly { readonly amount: number }[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0);
}
