import { expect } from "vitest";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const DAY = 24 * 60 * 60 * 1000;

function order({ modelId, organizationId }: Scene, numSamples = 1) {
  return { organizationId, modelId, numSamples, args: { prompt: "cardiomegaly" } };
}

const once = () => ({ "Idempotency-Key": crypto.randomUUID() });

/** POST requests with an Idempotency-Key. */
export const idempotency: readonly Scenario[] = [
  scenario("gives the first answer again, and says so", async (scene) => {
    const request = { headers: once(), body: order(scene) };
    const first = await scene.call("createDataset", request);
    const again = await scene.call("createDataset", request);
    expect(first.headers.get("Idempotent-Replayed")).toBeNull();
    expect(again.headers.get("Idempotent-Replayed")).toBe("true");
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
  }),
  scenario("gives a new key's secret again to the key that asked for it", async ({ call }) => {
    const request = { headers: once(), body: { name: "CI" } };
    const first = await call("createApiKey", request);
    expect((await call("createApiKey", request)).body.secret).toBe(first.body.secret);
  }),
  scenario("gives a secret to no other key", async ({ call, issueKey }) => {
    const request = { headers: once(), body: { name: "CI" } };
    const { secret: key } = await issueKey();
    const first = await call("createApiKey", request);
    const other = await call("createApiKey", { ...request, key });
    expect(other.status).toBe(409);
    expect(JSON.stringify(other.body)).not.toContain(first.body.secret);
  }),
  scenario("refuses the same Idempotency-Key with another body or operation", async (scene) => {
    const headers = once();
    await scene.call("createDataset", { headers, body: order(scene) });
    const other = await scene.call("createDataset", { headers, body: order(scene, 2) });
    expect([other.status, other.body.code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
    const elsewhere = await scene.call("createApiKey", { headers, body: { name: "CI" } });
    expect(elsewhere.body.code).toBe("IDEMPOTENCY_KEY_REUSED");
  }),
  scenario("makes one dataset of twenty requests at once", async (scene) => {
    const request = { headers: once(), body: order(scene) };
    const before = (await scene.call("listDatasets", { query: { limit: "500" } })).body.length;
    const twins = Array.from({ length: 20 }, () => scene.call("createDataset", request));
    const replies = await Promise.all(twins);
    const made = replies.filter(({ status }) => status === 201);
    for (const { status, body } of replies) {
      if (status !== 201) expect([status, body.code]).toEqual([409, "IDEMPOTENCY_CONFLICT"]);
    }
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(made.filter(({ headers }) => !headers.has("Idempotent-Replayed"))).toHaveLength(1);
    const after = (await scene.call("listDatasets", { query: { limit: "500" } })).body.length;
    expect(after - before).toBe(1);
  }),
  scenario("stores no error: the same request may succeed later", async (scene) => {
    const headers = once();
    const refused = await scene.call("createDataset", {
      headers,
      body: { ...order(scene), modelId: crypto.randomUUID() },
    });
    expect(refused.status).toBe(422);
    const made = await scene.call("createDataset", { headers, body: order(scene) });
    expect(made.status).toBe(201);
  }),
  scenario(
    "keeps accounts apart",
    async (scene) => {
      const headers = once();
      const other = await scene.newScene();
      const first = await scene.call("createDataset", { headers, body: order(scene) });
      const second = await other.call("createDataset", { headers, body: order(other) });
      expect(second.status).toBe(201);
      expect(second.body.id).not.toBe(first.body.id);
    },
    { needs: ["accounts"] },
  ),
  scenario(
    "forgets an Idempotency-Key after a day, and not before",
    async (scene) => {
      const request = { headers: once(), body: order(scene) };
      const first = await scene.call("createDataset", request);
      scene.advanceClock(DAY - 1);
      expect((await scene.call("createDataset", request)).body.id).toBe(first.body.id);
      scene.advanceClock(1);
      expect((await scene.call("createDataset", request)).body.id).not.toBe(first.body.id);
    },
    { needs: ["clock"] },
  ),
  scenario("takes 1 to 255 visible ASCII characters", async (scene) => {
    const create = (value: string) =>
      scene.call("createDataset", { headers: { "Idempotency-Key": value }, body: order(scene) });
    const unique = crypto.randomUUID();
    expect((await create(unique.padEnd(255, "~"))).status).toBe(201);
    for (const value of ["", unique.padEnd(256, "x"), "two words", "clé"]) {
      const { status, body } = await create(value);
      expect([value, status]).toEqual([value, 422]);
      expect(body.errors[0]).toMatchObject({ pointer: "Idempotency-Key" });
    }
  }),
];
