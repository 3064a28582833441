import { describe, expect, it } from "vitest";
import { createWorld, MODEL, newOrganization } from "./client.ts";

const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };
const DAY = 24 * 60 * 60 * 1000;

async function ready() {
  const world = await createWorld();
  const { body } = await world.call("createDataset", { body: ORDER });
  world.advance(60_000);
  const path = { datasetId: body.id };
  const { body: download } = await world.call("getDatasetDownload", { path });
  const token = { downloadToken: download.URL.split("/").at(-1) };
  return { ...world, path, download, token };
}

describe("generation", () => {
  it("goes from PENDING over STARTED to READY by the clock alone", async () => {
    const { call, advance } = await createWorld();
    const { body } = await call("createDataset", { body: ORDER });
    const state = async () =>
      (await call("getDataset", { path: { datasetId: body.id } })).body.metadata;
    expect(await state()).toMatchObject({ state: "PENDING", progress: 0, startedAt: null });
    advance(2500);
    expect(await state()).toMatchObject({ state: "STARTED", progress: 50, finishedAt: null });
    advance(500);
    expect(await state()).toMatchObject({ state: "READY", progress: 100 });
    advance(30 * DAY);
    expect((await state()).state).toBe("EXPIRED");
    const { body: gone } = await call("getDatasetDownload", { path: { datasetId: body.id } });
    expect(gone.code).toBe("DATASET_EXPIRED");
  });

  it("filters by the current state", async () => {
    const { call, advance } = await createWorld();
    await call("createDataset", { body: ORDER });
    advance(60_000);
    await call("createDataset", { body: ORDER });
    const count = async (state: string) =>
      (await call("listDatasets", { query: { state } })).body.length;
    expect([await count("READY"), await count("PENDING"), await count("FAILED")]).toEqual([
      1, 1, 0,
    ]);
  });
});

describe("archives of a sandbox", () => {
  const textOf = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

  it("contain real, small images", async () => {
    const { call, token } = await ready();
    const text = textOf((await call("downloadFile", { path: token })).body);
    for (const name of ["images/00001.png", "images/00010.png", "metadata.json", "MODEL_CARD.md"]) {
      expect(text).toContain(name);
    }
    expect(text.match(/IHDR\0\0\0\x40\0\0\0\x40/g)?.length).toBeGreaterThanOrEqual(10);
  });

  it("are the same in another process, and after they were forgotten", async () => {
    const { call, token, store, now } = await ready();
    const first = await call("downloadFile", { path: token });
    const again = await createWorld({ store, clock: now });
    const second = await again.call("downloadFile", { path: token });
    expect(second.headers.get("ETag")).toBe(first.headers.get("ETag"));
    expect(Buffer.from(second.body).equals(first.body)).toBe(true);
  });

  it("are generated once for simultaneous requests", async () => {
    const { call, path } = await ready();
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => call("getDataset", { path })),
    );
    expect(new Set(replies.map(({ body }) => body.metadata.size)).size).toBe(1);
  });

  it("fail for a prompt that cannot be drawn, and say why", async () => {
    const { call, advance, organizationId } = await createWorld({ credits: 10 });
    const body = { ...ORDER, args: { prompt: "MRI of the brain" } };
    const created = await call("createDataset", { body });
    expect(created.body.metadata).toMatchObject({ state: "PENDING", failureReason: null });
    advance(60_000);
    const { body: failed } = await call("getDataset", { path: { datasetId: created.body.id } });
    expect(failed.metadata.state).toBe("FAILED");
    expect(failed.metadata.failureReason).toContain("chest films");
    const { body: organization } = await call("getOrganization", { path: { organizationId } });
    expect(organization.credits).toBe(10);
  });
});

describe("credits", () => {
  const credits = async ({ call, organizationId }: Awaited<ReturnType<typeof createWorld>>) =>
    (await call("getOrganization", { path: { organizationId } })).body.credits;

  it("are taken, and given back once when the generation fails", async () => {
    const world = await createWorld({ credits: 15 });
    const body = { ...ORDER, args: { prompt: "fail: no memory" } };
    const { body: failing } = await world.call("createDataset", { body });
    expect(await credits(world)).toBe(5);
    expect((await world.call("createDataset", { body })).body.code).toBe("INSUFFICIENT_CREDITS");
    world.advance(60_000);
    expect(await credits(world)).toBe(15);
    await world.call("createDataset", { body: ORDER });
    expect(await credits(world)).toBe(5);
    await world.call("deleteDataset", { path: { datasetId: failing.id } });
    expect(await credits(world)).toBe(5);
  });

  it("are given back for a dataset that is deleted before it is done, and not after", async () => {
    const world = await createWorld({ credits: 20 });
    const create = async () => (await world.call("createDataset", { body: ORDER })).body.id;
    const remove = (datasetId: string) => world.call("deleteDataset", { path: { datasetId } });
    const [first, second] = [await create(), await create()];
    expect((await remove(first)).status).toBe(204);
    expect((await remove(first)).status).toBe(404);
    expect(await credits(world)).toBe(10);
    world.advance(60_000);
    await remove(second);
    expect(await credits(world)).toBe(10);
  });
});

describe("orders", () => {
  it("are validated by the model's own schema, with all errors at once", async () => {
    const { call } = await createWorld();
    const body = { ...ORDER, numSamples: 51, args: { seed: "x", color: 1 } };
    const reply = await call("createDataset", { body });
    expect(reply.body.code).toBe("VALIDATION_ERROR");
    const pointers = reply.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(["/numSamples", "/args", "/args/seed"]));
  });

  it("name a model that the organization may use", async () => {
    const { call } = await createWorld();
    const reply = await call("createDataset", { body: { ...ORDER, modelId: crypto.randomUUID() } });
    expect(reply.body.code).toBe("INVALID_MODEL");
  });

  it("say which organization if the key reaches several", async () => {
    const { call, store, accountId, organizationId, now } = await createWorld();
    const other = { ...newOrganization(100), createdAt: now() };
    await store.write({ accountId }, (writer) => writer.insertOrganization(other, [accountId]));
    const refused = await call("createDataset", { body: ORDER });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].detail).toContain(organizationId);
    const made = await call("createDataset", { body: { ...ORDER, organizationId: other.id } });
    expect(made.body.organizationId).toBe(other.id);
    const elsewhere = { organizationId, datasetId: made.body.id };
    expect((await call("getOrganizationDataset", { path: elsewhere })).status).toBe(404);
  });
});

describe("downloads", () => {
  it("give a ZIP of the size and digest that were announced", async () => {
    const { call, token, download } = await ready();
    const { status, body, headers } = await call("downloadFile", { path: token, key: null });
    expect([status, body.length]).toEqual([200, download.size]);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    expect(Buffer.from(digest).toString("hex")).toBe(download.sha256);
    expect(headers.get("Repr-Digest")).toBe(`sha-256=:${Buffer.from(digest).toString("base64")}:`);
    expect([...body.subarray(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
  });

  it("resume by ranges, only while the file is the same", async () => {
    const { call, token, download } = await ready();
    const get = (headers: Record<string, string>) => call("downloadFile", { path: token, headers });
    const whole = (await get({})).body;
    const etag = `"${download.sha256}"`;
    const first = await get({ Range: "bytes=0-99" });
    const rest = await get({ Range: "bytes=100-", "If-Range": etag });
    expect([first.status, rest.status]).toEqual([206, 206]);
    expect([...first.body, ...rest.body]).toEqual([...whole]);
    expect((await get({ Range: "bytes=-5" })).body).toEqual(whole.slice(-5));
    expect((await get({ Range: "bytes=100-", "If-Range": '"other"' })).status).toBe(200);
    expect((await get({ Range: "bytes=0-1,3-4" })).status).toBe(200);
    expect((await get({ Range: "bytes=99999-" })).headers.get("Content-Range")).toBe(
      `bytes */${whole.length}`,
    );
    expect((await get({ "If-None-Match": `W/${etag}` })).status).toBe(304);
  });

  it("reject tokens that were changed, are old, or belong to a deleted dataset", async () => {
    const { call, token, path, advance } = await ready();
    const changed = { downloadToken: token.downloadToken.replace(/\.(\d+)\./, ".9$1.") };
    expect((await call("downloadFile", { path: changed })).status).toBe(404);
    expect((await call("downloadFile", { path: { downloadToken: "v1.x" } })).status).toBe(404);
    advance(60 * 60 * 1000);
    expect((await call("downloadFile", { path: token })).status).toBe(410);
    const { body } = await call("getDatasetDownload", { path });
    await call("deleteDataset", { path });
    const fresh = { downloadToken: body.URL.split("/").at(-1) };
    expect((await call("downloadFile", { path: fresh })).status).toBe(404);
  });
});

it("pages through a list, newest first, without duplicates or gaps", async () => {
  const { call, api, key, advance } = await createWorld();
  const ids: string[] = [];
  for (let index = 0; index < 5; index++) {
    ids.unshift((await call("createDataset", { body: ORDER })).body.id);
    advance(1);
  }
  const seen: string[] = [];
  let next: string | undefined = "http://localhost/datasets?limit=2";
  while (next) {
    const headers = { Authorization: `Bearer ${key}` };
    const response: Response = await api.fetch(new Request(next, { headers }));
    for (const { id } of await response.json()) seen.push(id);
    next = /<(.*)>; rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
  }
  expect(seen).toEqual(ids);
  expect((await call("listDatasets", { query: { cursor: "bm8" } })).body.errors[0].pointer).toBe(
    "cursor",
  );
});
