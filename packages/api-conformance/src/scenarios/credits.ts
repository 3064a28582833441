import { expect } from "vitest";
import { joinAs, peopleOf } from "./people.ts";
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
  scenario(
    "keeps the number below which credits are low, and refuses what is not one",
    async ({ call, organizationId }) => {
      const path = { organizationId };
      const read = async () => (await call("getOrganization", { path })).body.lowCreditsThreshold;
      expect(await read()).toBeNull();
      for (const lowCreditsThreshold of [500, 1_000_000_000, 1, null]) {
        const body = { lowCreditsThreshold };
        const changed = await call("updateOrganization", { path, body });
        expect([changed.status, changed.body.lowCreditsThreshold]).toEqual([
          200,
          lowCreditsThreshold,
        ]);
        expect(await read()).toBe(lowCreditsThreshold);
      }
      await call("updateOrganization", { path, body: { lowCreditsThreshold: 7 } });
      for (const wrong of [0, -1, 0.5, 1_000_000_001, 1e300, "7", true, [], {}]) {
        const text = JSON.stringify({ lowCreditsThreshold: wrong });
        const { status, body } = await call("updateOrganization", { path, text });
        expect([wrong, status, body.code]).toEqual([wrong, 422, "VALIDATION_ERROR"]);
      }
      await call("updateOrganization", { path, body: { leakPolicy: "notify" } });
      expect(await read()).toBe(7);
    },
  ),
  scenario(
    "leaves to owners when credits are low, and shows it to members",
    async (scene) => {
      const member = await joinAs(scene, "member");
      const { owner } = peopleOf(scene);
      const path = { organizationId: scene.organizationId };
      const body = { lowCreditsThreshold: 5 };
      for (const [person, status] of [
        [member, 403],
        [owner, 200],
      ] as const)
        expect((await scene.call("updateOrganization", { person, path, body })).status).toBe(
          status,
        );
      const seen = await scene.call("getOrganization", { person: member, path });
      expect(seen.body.lowCreditsThreshold).toBe(5);
    },
    { needs: ["accounts", "people"] },
  ),
];
