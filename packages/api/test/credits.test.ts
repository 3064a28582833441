import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createQueuedGeneration, giveCredits, retryDataset } from "../src/index.ts";
import { createWorld, idAt, MODEL, newOrganization, START, type World } from "./client.ts";
import { CreditChain, creditStep, sumOf } from "./credit-chain.ts";
import { onEachStore } from "./stores.ts";

const RUNS = { memory: 150, sqlite: 20, postgres: 12 };
const queued = createQueuedGeneration(async () => undefined);
const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };
const FAILING = { ...ORDER, args: { prompt: "fail: on purpose" } };

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly amount: number;
  readonly createdAt: string;
  readonly datasetId: string | null;
  readonly reason: string | null;
  readonly actor: { readonly type: string; readonly id: string } | null;
}

async function entriesOf(
  { call, organizationId }: World,
  query: Record<string, string> = {},
): Promise<Entry[]> {
  const { status, body } = await call("listCreditEntries", { path: { organizationId }, query });
  expect(status).toBe(200);
  return body;
}

/** Returns all entries, read in pages of three. */
async function pagesOf({ call, organizationId }: World): Promise<Entry[]> {
  const pages: Entry[] = [];
  for (let query: Record<string, string> | undefined = { limit: "3" }; query; ) {
    const reply = await call("listCreditEntries", { path: { organizationId }, query });
    pages.push(...reply.body);
    const next = /<([^>]*)>; rel="next"/.exec(reply.headers.get("link") ?? "")?.[1];
    query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
  }
  return pages;
}

onEachStore(({ kind, store, world: open }) => {
  it.each([
    ["the clock", undefined],
    ["workers", queued],
  ])(
    "the balance is the sum of the entries after each step, with datasets made by %s",
    {
      timeout: 240_000,
    },
    async (_, generation) => {
      const steps = fc.array(creditStep, { minLength: 3, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(steps, async (steps) => {
          const world = await open(generation ? { generation, credits: 50 } : { credits: 50 });
          const chain = new CreditChain(world, 50);
          for (const step of steps) {
            await chain.play(step);
            await chain.expectSum();
          }
          await chain.expectHonest();
          await chain.end();
          await chain.expectSum();
        }),
        { numRuns: RUNS[kind] },
      );
    },
  );

  it("the sum and the balance stay equal during many simultaneous orders, deletions and grants", {
    timeout: 60_000,
  }, async () => {
    const world = await open({ generation: queued, credits: 100 });
    const { call, organizationId, accountId, now } = world;
    const order = () => call("createDataset", { body: ORDER });
    const first = await Promise.all(Array.from({ length: 5 }, order));
    const changes = await Promise.all([
      ...Array.from({ length: 15 }, order),
      ...first.map(({ body }) => call("deleteDataset", { path: { datasetId: body.id } })),
      ...Array.from({ length: 5 }, (_, index) =>
        giveCredits(store(), { organizationId, amount: 7 * index - 13, reason: "x", now: now() }),
      ),
    ]);
    expect(changes).toHaveLength(25);
    const { body: datasets } = await call("listDatasets");
    const stored = await store().write({ accountId }, (writer) =>
      writer.lockOrganization(organizationId),
    );
    const entries = await entriesOf(world);
    expect(stored?.credits).toBeGreaterThanOrEqual(0);
    expect(sumOf(entries)).toBe(stored?.credits);
    const gifts = entries.filter(({ kind }) => kind === "grant");
    expect(stored?.credits).toBe(sumOf(gifts) - 10 * datasets.length);
    await Promise.all(
      datasets.map(({ id }: { id: string }) => call("deleteDataset", { path: { datasetId: id } })),
    );
  });

  it("says what changed the credits, when and who", async () => {
    const world = await open({ generation: queued, credits: 25 });
    const { call, apiKeyId, organizationId, advance, now } = world;
    advance(1000);
    const { body: failed } = await call("createDataset", { body: ORDER });
    advance(1000);
    const { body: cancelled } = await call("createDataset", { body: ORDER });
    advance(1000);
    await call("deleteDataset", { path: { datasetId: cancelled.id } });
    advance(1000);
    const lease = { token: failed.id, now: now(), expiresAt: now() + 1000 };
    expect((await store().leaseDataset(lease))?.id).toBe(failed.id);
    const outcome = { finishedAt: now(), expiresAt: null, size: 0, sha256: null };
    const held = { datasetId: failed.id, token: failed.id };
    await store().finishDataset(
      held,
      { ...outcome, failureReason: "No." },
      { newId: idAt, events: [] },
    );
    advance(1000);
    await giveCredits(store(), { organizationId, amount: -5, reason: "Too many.", now: now() });
    advance(1000);
    await retryDataset(store(), { id: failed.id, now: now() });
    const key = { type: "api_key", id: apiKeyId };
    const at = (seconds: number) => new Date(START + 1000 * seconds).toISOString();
    const usual = { id: expect.any(String), datasetId: null, reason: null, actor: null };
    const of = { ...usual, kind: "dataset", amount: -10 };
    const refund = { ...usual, kind: "refund", amount: 10 };
    const reason = "The first credits of the organization.";
    expect(await entriesOf(world)).toEqual([
      { ...of, createdAt: at(6), datasetId: failed.id },
      { ...usual, kind: "grant", amount: -5, createdAt: at(5), reason: "Too many." },
      { ...refund, createdAt: at(4), datasetId: failed.id },
      { ...refund, createdAt: at(3), datasetId: cancelled.id, actor: key },
      { ...of, createdAt: at(2), datasetId: cancelled.id, actor: key },
      { ...of, createdAt: at(1), datasetId: failed.id, actor: key },
      { ...usual, kind: "grant", amount: 25, createdAt: at(0), reason },
    ]);
    await call("deleteDataset", { path: { datasetId: failed.id } });
  });

  it("lists pages, kinds and times, and refuses what it does not know", async () => {
    const world = await open({ credits: 100 });
    const { call, advance, organizationId } = world;
    const path = { organizationId };
    for (const body of [ORDER, FAILING, ORDER, FAILING]) {
      await call("createDataset", { body });
      advance(60_000);
    }
    const all = await entriesOf(world);
    const kinds = all.map(({ kind }) => kind).join(" ");
    expect(kinds).toBe("refund dataset dataset refund dataset dataset grant");
    expect(await pagesOf(world)).toEqual(all);
    expect(await entriesOf(world, { kind: "refund" })).toEqual([all[0], all[3]]);
    const middle = all[3]?.createdAt ?? "";
    expect(await entriesOf(world, { createdAfter: middle })).toEqual(all.slice(0, 4));
    expect(await entriesOf(world, { createdBefore: middle })).toEqual(all.slice(4));
    const wrong = [
      { kind: "gift" },
      { createdAfter: "yesterday" },
      { cursor: "x" },
      { limit: "0" },
    ];
    for (const query of wrong)
      expect((await call("listCreditEntries", { path, query })).status).toBe(422);
  });

  it("needs the scope and the organization, and is deleted with the organization", async () => {
    const world = await open({ credits: 25 });
    const { call, issueKey, accountId, organizationId } = world;
    const path = { organizationId };
    const { secret: without } = await issueKey({ scopes: ["usage:read", "datasets:read"] });
    const { secret: reader } = await issueKey({ scopes: ["organizations:read"] });
    expect((await call("listCreditEntries", { path, key: without })).status).toBe(403);
    expect((await call("listCreditEntries", { path, key: reader })).body).toHaveLength(1);
    const other = await createWorld({ store: store() });
    expect((await other.call("listCreditEntries", { path })).status).toBe(403);
    expect((await call("deleteOrganization", { path })).status).toBe(204);
    expect(await store().listCreditEntries({ organizationId }, { limit: 10 })).toEqual([]);
    const organization = { ...newOrganization(0), id: organizationId, createdAt: START };
    await store().write({ accountId }, (writer) =>
      writer.insertOrganization({ ...organization, grant: null }, [accountId]),
    );
    expect((await call("listCreditEntries", { path })).body).toEqual([]);
  });
});

describe("credits that an operator gives", () => {
  onEachStore(({ store, world: open }) => {
    it("are refused for an unknown organization, and beyond the balance", async () => {
      const { organizationId, now, call } = await open({ credits: 25 });
      const gift = { organizationId, reason: "Why.", now: now() };
      const nowhere = { ...gift, organizationId: crypto.randomUUID(), amount: 5 };
      expect(await giveCredits(store(), nowhere)).toBe("not found");
      expect(await giveCredits(store(), { ...gift, amount: -26 })).toBe("too few credits");
      expect(await giveCredits(store(), { ...gift, amount: -25 })).toMatchObject({ amount: -25 });
      expect(await giveCredits(store(), { ...gift, amount: 1_000_000_000 })).toMatchObject({});
      const { body } = await call("getOrganization", { path: { organizationId } });
      expect(body.credits).toBe(1_000_000_000);
      for (const amount of [0, 0.5, 1_000_000_001, Number.NaN, Number.POSITIVE_INFINITY])
        await expect(giveCredits(store(), { ...gift, amount })).rejects.toThrow(RangeError);
    });
  });
});
