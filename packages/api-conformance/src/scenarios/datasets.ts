import { expect } from "vitest";
import { readReply, requireConforming } from "./exchange.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const HOUR = 60 * 60 * 1000;

const idsOf = (body: readonly { id: string }[]) => body.map(({ id }) => id);
const ordered = ({ modelId }: Scene) => ({ modelId, numSamples: 1, args: { prompt: "x" } });

/** Follows the Link headers from page to page. `between` runs after the first page. */
async function walk(scene: Scene, query: string, between = async () => {}): Promise<string[]> {
  const seen: string[] = [];
  let next: string | undefined = `${scene.baseUrl}/v1/datasets?${query}`;
  const headers = { Authorization: `Bearer ${scene.key}` };
  for (let page = 0; next !== undefined; page++) {
    const reply = await readReply(await scene.fetch(new Request(next, { headers })));
    requireConforming("listDatasets", reply);
    expect(reply.status).toBe(200);
    seen.push(...idsOf(reply.body));
    next = /<([^>]*)>; rel="next"/.exec(reply.headers.get("Link") ?? "")?.[1];
    if (page === 0) await between();
  }
  return seen;
}

async function createMany({ createDataset }: Scene, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.unshift((await createDataset()).id);
  return ids;
}

const life: readonly Scenario[] = [
  scenario("makes a dataset, lists it, finds it and deletes it", async (scene) => {
    const { call, organizationId } = scene;
    const body = { ...ordered(scene), organizationId };
    const made = await call("createDataset", { body });
    expect(made.status).toBe(201);
    expect(made.headers.get("Location")).toBe(`/v1/datasets/${made.body.id}`);
    expect(made.body).toMatchObject({ ...body, metadata: { state: "PENDING" } });
    const path = { datasetId: made.body.id, organizationId };
    for (const id of ["getDataset", "getOrganizationDataset"] as const) {
      expect((await call(id, { path })).body).toMatchObject({ id: made.body.id, ...body });
    }
    for (const id of ["listDatasets", "listOrganizationDatasets"] as const) {
      expect(idsOf((await call(id, { path })).body)).toContain(made.body.id);
    }
    expect((await call("deleteDataset", { path })).status).toBe(204);
    expect((await call("deleteDataset", { path })).body.code).toBe("DATASET_NOT_FOUND");
    expect((await call("getDataset", { path })).body.code).toBe("DATASET_NOT_FOUND");
  }),
  scenario(
    "goes from PENDING over STARTED to READY, and to EXPIRED after retention",
    async ({ call, createDataset, advanceClock }) => {
      const path = { datasetId: (await createDataset()).id };
      const metadata = async () => (await call("getDataset", { path })).body.metadata;
      expect((await call("getDatasetDownload", { path })).body.code).toBe("DATASET_NOT_READY");
      advanceClock(HOUR);
      expect(await metadata()).toMatchObject({ state: "READY", progress: 100 });
      expect((await call("getDatasetDownload", { path })).status).toBe(200);
      advanceClock(31 * 24 * HOUR);
      expect((await metadata()).state).toBe("EXPIRED");
      expect((await call("getDatasetDownload", { path })).body.code).toBe("DATASET_EXPIRED");
    },
    { needs: ["clock"] },
  ),
  scenario(
    "takes credits, refuses what they do not pay for, and gives back what fails",
    async ({ call, organizationId, advanceClock, ...scene }) => {
      const create = (numSamples: number, prompt: string) =>
        call("createDataset", { body: { modelId: scene.modelId, numSamples, args: { prompt } } });
      const credits = async () =>
        (await call("getOrganization", { path: { organizationId } })).body.credits;
      expect((await create(10, "fail: on purpose")).status).toBe(201);
      expect(await credits()).toBe(5);
      const refused = await create(6, "x");
      expect([refused.status, refused.body.code]).toEqual([402, "INSUFFICIENT_CREDITS"]);
      advanceClock(HOUR);
      expect(await credits()).toBe(15);
    },
    { needs: ["clock", "accounts"], credits: 15 },
  ),
  scenario(
    "asks which organization where the key reaches several, and names them",
    async (scene) => {
      const reply = await scene.call("createDataset", { body: ordered(scene) });
      expect(reply).toMatchObject({ status: 422, body: { code: "VALIDATION_ERROR" } });
      for (const id of scene.organizationIds) expect(JSON.stringify(reply.body)).toContain(id);
    },
    { needs: ["accounts"], organizations: 2 },
  ),
  scenario("refuses a model that is not there", async (scene) => {
    const body = { ...ordered(scene), modelId: crypto.randomUUID() };
    const reply = await scene.call("createOrganizationDataset", {
      body,
      path: { organizationId: scene.organizationId },
    });
    expect([reply.status, reply.body.code]).toEqual([422, "INVALID_MODEL"]);
  }),
  scenario(
    "does not find the datasets of another account",
    async ({ call, newScene }) => {
      const other = await newScene();
      const path = { datasetId: (await other.createDataset()).id };
      for (const id of ["getDataset", "getDatasetDownload", "deleteDataset"] as const) {
        expect((await call(id, { path })).body.code).toBe("DATASET_NOT_FOUND");
      }
      expect((await other.call("getDataset", { path })).status).toBe(200);
    },
    { needs: ["accounts"] },
  ),
];

const lists: readonly Scenario[] = [
  ...[1, 2, 3, 7].map((limit) =>
    scenario(
      `walks all datasets ${limit} at a time: none twice, none left out, newest first`,
      async (scene) => {
        const ids = await createMany(scene, 7);
        expect((await walk(scene, `limit=${limit}`)).sort()).toEqual([...ids].sort());
      },
      { needs: ["accounts"] },
    ),
  ),
  scenario(
    "lists newest first",
    async (scene) => {
      const ids: string[] = [];
      for (let index = 0; index < 4; index++) {
        ids.unshift((await scene.createDataset()).id);
        scene.advanceClock(1);
      }
      expect(await walk(scene, "limit=3")).toEqual(ids);
    },
    { needs: ["accounts", "clock"] },
  ),
  scenario(
    "keeps a walk stable while datasets are made",
    async (scene) => {
      const ids = await createMany(scene, 6);
      scene.advanceClock(1);
      const seen = await walk(scene, "limit=2", async () => {
        await createMany(scene, 3);
      });
      expect(seen.sort()).toEqual([...ids].sort());
    },
    { needs: ["accounts", "clock"] },
  ),
  scenario(
    "keeps a walk stable while datasets are deleted, the one that it stands on among them",
    async (scene) => {
      await createMany(scene, 6);
      const [first = "", last = "", next = "", ...rest] = await walk(scene, "limit=6");
      const seen = await walk(scene, "limit=2", async () => {
        for (const datasetId of [first, last, next]) {
          await scene.call("deleteDataset", { path: { datasetId } });
        }
      });
      expect(seen).toEqual([first, last, ...rest]);
      expect(rest).toHaveLength(3);
    },
    { needs: ["accounts"] },
  ),
  scenario(
    "filters by model, state and moment",
    async (scene) => {
      const old = await scene.createDataset();
      scene.advanceClock(HOUR);
      const middle = new Date(scene.now()).toISOString();
      scene.advanceClock(1);
      const young = await scene.createDataset();
      const list = async (query: Record<string, string>) =>
        idsOf((await scene.call("listDatasets", { query })).body);
      expect(await list({ createdAfter: middle })).toEqual([young.id]);
      expect(await list({ createdBefore: middle })).toEqual([old.id]);
      expect(await list({ state: "READY" })).toEqual([old.id]);
      expect(await list({ state: "PENDING" })).toEqual([young.id]);
      expect(await list({ modelId: scene.modelId })).toHaveLength(2);
      expect(await list({ modelId: crypto.randomUUID() })).toEqual([]);
    },
    { needs: ["accounts", "clock"] },
  ),
  ...[
    { limit: "0" },
    { limit: "501" },
    { limit: "-1" },
    { limit: "ten" },
    { limit: "1.5" },
    { cursor: "bm8" },
    { cursor: "" },
    { state: "DONE" },
    { modelId: "chest" },
    { createdAfter: "yesterday" },
  ].map((query) =>
    scenario(`refuses the query ${JSON.stringify(query)}, and names it`, async ({ call }) => {
      const { status, body } = await call("listDatasets", { query });
      const [pointer] = Object.keys(query);
      expect([status, body.code]).toEqual([422, "VALIDATION_ERROR"]);
      expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
    }),
  ),
];

/** The states and lists of datasets. */
export const datasets: readonly Scenario[] = [...life, ...lists];
