import { expect } from "vitest";
import { type Scenario, scenario } from "./scenario.ts";

type Counts = Readonly<Record<string, number>>;
interface Bucket {
  readonly requests: number;
  readonly byStatusClass: Counts;
  readonly byOperation: Counts;
}

const sum = (counts: Counts) => Object.values(counts).reduce((total, each) => total + each, 0);
const total = (buckets: readonly Bucket[]) => buckets.reduce((all, each) => all + each.requests, 0);

/** Usage statistics and request records. */
export const usage: readonly Scenario[] = [
  scenario("counts each request once: all the sums agree", async ({ call, issueKey }) => {
    const { id, secret: key } = await issueKey({ scopes: ["datasets:read"] });
    await Promise.all(Array.from({ length: 10 }, () => call("getMe", { key })));
    await call("listModels", { key });
    await call("getDataset", { key, path: { datasetId: crypto.randomUUID() } });
    const path = { apiKeyId: id };
    for (const interval of ["hour", "day"]) {
      const { body } = await call("getApiKeyUsage", { path, query: { interval } });
      expect(body.lastUsedAt).not.toBeNull();
      const used = body.buckets.filter(({ requests }: Bucket) => requests > 0);
      expect(total(used)).toBe(12);
      for (const { requests, byStatusClass, byOperation } of used) {
        expect([sum(byStatusClass), sum(byOperation)]).toEqual([requests, requests]);
      }
    }
  }),
  scenario(
    "counts an account's keys together, each request by operation and class",
    async ({ call, issueKey }) => {
      const { secret: key } = await issueKey();
      await call("getMe", { key });
      await call("getMe");
      await call("getModel", { path: { modelId: crypto.randomUUID() } });
      const { body } = await call("getUsage", { query: { interval: "hour" } });
      const [bucket] = body.buckets.filter(({ requests }: Bucket) => requests > 0);
      expect(bucket).toMatchObject({
        requests: 4,
        byStatusClass: { "2xx": 3, "4xx": 1 },
        byOperation: { createApiKey: 1, getMe: 2, getModel: 1 },
      });
    },
    { needs: ["accounts", "clock"] },
  ),
  scenario("refuses a span that is empty or too long", async ({ call }) => {
    const from = "2020-01-01T00:00:00Z";
    for (const query of [{ from, interval: "hour" }, { from, to: from }, { to: "now" }]) {
      expect((await call("getUsage", { query })).status).toBe(422);
    }
  }),
  scenario("records what happened to a key, by whom and in which request", async (scene) => {
    const { id } = await scene.issueKey();
    const path = { apiKeyId: id };
    const update = (body: object) => scene.call("updateApiKey", { path, body });
    await update({ name: "renamed" });
    await update({ enabled: false });
    await update({ enabled: true });
    await scene.call("rotateApiKey", { path });
    const revoked = await scene.call("revokeApiKey", { path });
    const { body } = await scene.call("listApiKeyEvents", { path });
    const types = body.map(({ type }: { type: string }) => type).sort();
    expect(types).toEqual(["created", "disabled", "enabled", "revoked", "rotated", "updated"]);
    for (const event of body) expect(event.actorApiKeyId).toBe(scene.apiKeyId);
    const requestId = revoked.headers.get("X-Request-ID");
    expect(body).toContainEqual(expect.objectContaining({ type: "revoked", requestId }));
    const changes = { name: { from: "Conformance", to: "renamed" } };
    expect(body).toContainEqual(expect.objectContaining({ type: "updated", changes }));
  }),
];
