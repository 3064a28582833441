import { expect } from "vitest";
import { type Scenario, scenario } from "./scenario.ts";

const idsOf = (body: readonly { id: string }[]) => body.map(({ id }) => id).sort();

interface UsedBucket {
  readonly byOperation: Readonly<Record<string, number>>;
}

/** Organizations and the models that they can use. */
export const organizations: readonly Scenario[] = [
  scenario("lists the account's organizations as an array, and finds each", async (scene) => {
    const { body } = await scene.call("listOrganizations");
    expect(idsOf(body)).toEqual([...scene.organizationIds].sort());
    for (const organization of body) {
      const path = { organizationId: organization.id };
      const found = await scene.call("getOrganization", { path });
      expect([found.status, found.body.name]).toEqual([200, organization.name]);
    }
  }),
  scenario(
    "tells whom a key belongs to, and what it reaches",
    async ({ call, issueKey, ...scene }) => {
      const { secret: key, id } = await issueKey({ organizationIds: [scene.organizationId] });
      const { body } = await call("getMe", { key });
      expect([body.apiKey.id, idsOf(body.organizations)]).toEqual([id, [scene.organizationId]]);
    },
  ),
  scenario("answers the same for what is foreign and what is not there", async ({ call }) => {
    const path = { organizationId: crypto.randomUUID() };
    const { status, body, headers } = await call("getOrganization", { path });
    expect([status, body.code]).toEqual([403, "PERMISSION_DENIED"]);
    expect(headers.get("WWW-Authenticate")).toContain('error="insufficient_scope"');
  }),
  scenario("takes an organization's id in upper case", async ({ call, organizationId }) => {
    const path = { organizationId: organizationId.toUpperCase() };
    expect((await call("getOrganization", { path })).body.id).toBe(organizationId);
  }),
  scenario(
    "limits a key to its organizations",
    async ({ call, issueKey, createDataset, organizationIds }) => {
      const [first, second = ""] = organizationIds;
      const elsewhere = await createDataset({ organizationId: second });
      const { secret: key } = await issueKey({ organizationIds: [first] });
      expect(idsOf((await call("listOrganizations", { key })).body)).toEqual([first]);
      expect((await call("listDatasets", { key })).body).toEqual([]);
      const path = { datasetId: elsewhere.id };
      for (const id of ["getDataset", "getDatasetDownload", "deleteDataset"] as const) {
        expect((await call(id, { key, path })).body.code).toBe("DATASET_NOT_FOUND");
      }
    },
    { needs: ["accounts"], organizations: 2 },
  ),
  scenario(
    "limits a key to the keys of its organizations, and to their usage",
    async ({ call, issueKey, organizationIds: [first, second] }) => {
      const { id: own, secret: key } = await issueKey({ organizationIds: [first] });
      const inside = await issueKey({ organizationIds: [first] });
      const outside = [
        await issueKey({ organizationIds: [second] }),
        await issueKey({ organizationIds: [first, second] }),
        await issueKey(),
      ];
      for (const { secret } of [inside, ...outside]) await call("getMe", { key: secret });
      expect(idsOf((await call("listApiKeys", { key })).body)).toEqual([own, inside.id].sort());
      const { body: usage } = await call("getUsage", { key });
      const counts = usage.buckets.map(({ byOperation }: UsedBucket) => byOperation.getMe ?? 0);
      expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(1);
      for (const { id } of outside) {
        const path = { apiKeyId: id };
        const replies = await Promise.all([
          call("getApiKey", { key, path }),
          call("getApiKeyUsage", { key, path }),
          call("listApiKeyEvents", { key, path }),
          call("getApiKeyAdvice", { key, path }),
          call("updateApiKey", { key, path, body: { enabled: false } }),
          call("rotateApiKey", { key, path }),
          call("revokeApiKey", { key, path }),
        ]);
        for (const { body } of replies) expect(body.code).toBe("API_KEY_NOT_FOUND");
      }
    },
    { needs: ["accounts"], organizations: 2 },
  ),
  scenario(
    "shows a limited key none of the other organizations that a key had",
    async ({ call, issueKey, organizationIds: [first, second] }) => {
      const { id, secret: key } = await issueKey({ organizationIds: [first, second] });
      const path = { apiKeyId: id };
      await call("updateApiKey", { path, body: { organizationIds: [first] } });
      const changesFor = async (reader: { readonly key?: string }) =>
        (await call("listApiKeyEvents", { path, ...reader })).body[0].changes;
      const all = { from: [first, second], to: [first] };
      expect(await changesFor({})).toEqual({ organizationIds: all });
      expect(await changesFor({ key })).toEqual({
        organizationIds: { from: [first], to: [first] },
      });
    },
    { needs: ["accounts"], organizations: 2 },
  ),
  scenario("creates an organization without credits, renames it and deletes it", async (scene) => {
    const { call } = scene;
    const made = await call("createOrganization", { body: { name: "Radiology North" } });
    expect([made.status, made.body.credits, made.body.role]).toEqual([201, 0, "owner"]);
    const path = { organizationId: made.body.id };
    const renamed = await call("updateOrganization", { path, body: { name: "放射線科" } });
    expect([renamed.status, renamed.body.name]).toEqual([200, "放射線科"]);
    expect((await call("getOrganization", { path })).body).toEqual(renamed.body);
    expect((await call("deleteOrganization", { path })).status).toBe(204);
    expect((await call("getOrganization", { path })).body.code).toBe("PERMISSION_DENIED");
    expect(idsOf((await call("listOrganizations")).body)).not.toContain(made.body.id);
  }),
  scenario("deletes no organization that has datasets", async (scene) => {
    await scene.createDataset();
    const path = { organizationId: scene.organizationId };
    const { status, body } = await scene.call("deleteOrganization", { path });
    expect([status, body.code]).toEqual([409, "ORGANIZATION_NOT_EMPTY"]);
    expect((await scene.call("getOrganization", { path })).status).toBe(200);
  }),
  scenario("creates no organization with a key that is limited to some", async (scene) => {
    const { secret: key } = await scene.issueKey({ organizationIds: [scene.organizationId] });
    const reply = await scene.call("createOrganization", { key, body: { name: "Elsewhere" } });
    expect([reply.status, reply.body.code]).toEqual([403, "PERMISSION_DENIED"]);
  }),
  scenario("lists models, and finds each", async ({ call, modelId }) => {
    const { body } = await call("listModels");
    expect(idsOf(body)).toContain(modelId);
    expect((await call("getModel", { path: { modelId } })).body.id).toBe(modelId);
    const lost = await call("getModel", { path: { modelId: crypto.randomUUID() } });
    expect(lost.body.code).toBe("MODEL_NOT_FOUND");
  }),
];
