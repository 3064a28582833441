import { expect } from "vitest";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const HOUR = 60 * 60 * 1000;

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly amount: number;
  readonly datasetId: string | null;
  readonly actor: { readonly type: string; readonly id: string } | null;
}

const entriesOf = async ({ call, organizationId }: Scene, query: Record<string, string> = {}) => {
  const reply = await call("listCreditEntries", { path: { organizationId }, query });
  expect(reply.status).toBe(200);
  return reply.body as readonly Entry[];
};

/** What the balance is, and what the entries say that it is. */
const balances = async (scene: Scene): Promise<readonly [number, number]> => {
  const path = { organizationId: scene.organizationId };
  const { body } = await scene.call("getOrganization", { path });
  const entries = await entriesOf(scene, { limit: "500" });
  return [body.credits, entries.reduce((sum, { amount }) => sum + amount, 0)];
};

/** The entries behind the credits of an organization. */
export const credits: readonly Scenario[] = [
  scenario(
    "has an entry for each change of the credits, and their sum is the balance",
    async (scene) => {
      const { call, advanceClock, apiKeyId, modelId } = scene;
      const create = async (numSamples: number, prompt: string) =>
        (await call("createDataset", { body: { modelId, numSamples, args: { prompt } } })).body;
      const failed = await create(4, "fail: on purpose");
      expect(await balances(scene)).toEqual([11, 11]);
      const cancelled = await create(5, "cardiomegaly");
      await create(30, "refused");
      await call("deleteDataset", { path: { datasetId: cancelled.id } });
      expect(await balances(scene)).toEqual([11, 11]);
      advanceClock(HOUR);
      expect(await balances(scene)).toEqual([15, 15]);
      await call("deleteDataset", { path: { datasetId: failed.id } });
      const actor = { type: "api_key", id: apiKeyId };
      const entries = (await entriesOf(scene)).filter(({ kind }) => kind !== "grant");
      expect(entries).toMatchObject([
        { kind: "refund", amount: 4, datasetId: failed.id, actor: null },
        { kind: "refund", amount: 5, datasetId: cancelled.id, actor },
        { kind: "dataset", amount: -5, datasetId: cancelled.id, actor },
        { kind: "dataset", amount: -4, datasetId: failed.id, actor },
      ]);
      expect(await entriesOf(scene, { kind: "dataset" })).toEqual(entries.slice(2));
      expect(await balances(scene)).toEqual([15, 15]);
    },
    { needs: ["clock", "accounts"], credits: 15 },
  ),
  scenario(
    "keeps the sum and the balance equal when many order and delete at once",
    async (scene) => {
      const order = () =>
        scene.call("createDataset", {
          body: { modelId: scene.modelId, numSamples: 10, args: { prompt: "cardiomegaly" } },
        });
      const first = await Promise.all(Array.from({ length: 4 }, order));
      const replies = await Promise.all([
        ...Array.from({ length: 12 }, order),
        ...first.map(({ body }) => scene.call("deleteDataset", { path: { datasetId: body.id } })),
      ]);
      const made = [...first, ...replies].filter(({ status }) => status === 201);
      const deleted = replies.filter(({ status }) => status === 204);
      const left = 75 - 10 * (made.length - deleted.length);
      expect(await balances(scene)).toEqual([left, left]);
      expect(left).toBeGreaterThanOrEqual(0);
    },
    { needs: ["accounts"], credits: 75 },
  ),
  scenario("shows entries to keys that may see the organization only", async (scene) => {
    const { call, issueKey, organizationId } = scene;
    const path = { organizationId };
    const { secret: key } = await issueKey({ scopes: ["datasets:read", "usage:read"] });
    const denied = await call("listCreditEntries", { key, path });
    expect([denied.status, denied.body.requiredScopes]).toEqual([403, ["organizations:read"]]);
    const elsewhere = { organizationId: crypto.randomUUID() };
    expect((await call("listCreditEntries", { path: elsewhere })).status).toBe(403);
  }),
];
