import { expect, onTestFinished, test, vi } from "vitest";
import type { Core } from "../src/core.ts";
import { Sinkove } from "../src/index.ts";
import { dataset, errorOf, ID, json, KEY, problem, setUp } from "./harness.ts";

test.each([Number.NaN, Number.POSITIVE_INFINITY, new Date("soon")])(
  "%o in a body is refused: as JSON it would be null, which means no limit",
  async (value) => {
    const { sinkove, seen } = setUp(() => json(dataset()));
    const body = { expiresAt: value as unknown as string };
    expect((await errorOf(sinkove.apiKeys.update(ID, body))).message).toBe(
      "expiresAt must be a finite number or a valid date.",
    );
    await sinkove.apiKeys.update(ID, { expiresAt: null });
    expect(seen.map(({ body }) => body)).toEqual(['{"expiresAt":null}']);
  },
);

test.each(["", " ", "a b", "é", "a\nb", "\ud800", "x".repeat(256)])(
  "the idempotencyKey %j is refused before anything is sent",
  async (idempotencyKey) => {
    const { sinkove, seen } = setUp(() => json(dataset()));
    const error = await errorOf(sinkove.apiKeys.create({ name: "a" }, { idempotencyKey }));
    expect(error.message).toBe("idempotencyKey must be 1 to 255 visible ASCII characters.");
    expect(seen).toEqual([]);
  },
);

test("without a global fetch, the error says to pass one, and there is no retry", async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal("fetch", undefined);
  const sinkove = new Sinkove({ apiKey: KEY, baseUrl: "http://127.0.0.1:9" });
  const { error } = await sinkove.datasets.get(ID).safe();
  expect(error).toMatchObject({ name: "ConfigurationError", attempts: [{}] });
});

test("a response with a different ID than requested is an error", async () => {
  const other = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a18";
  const { sinkove, seen } = setUp(() => json({ ...dataset(), id: other }));
  const error = await errorOf(sinkove.datasets.get(ID));
  expect(error).toMatchObject({ name: "ResponseError", status: 200 });
  expect(error.message).toContain("another id than the one that was asked for");
  expect(seen).toHaveLength(1);
  const same = setUp(() => json({ ...dataset(), id: ID.toUpperCase() }));
  expect((await same.sinkove.datasets.get(ID)).id).toBe(ID.toUpperCase());
});

test("a response may have an id if the path ends with something else", async () => {
  const { sinkove } = setUp(() => json({ ...dataset(), name: "x" }));
  // The cast is needed because `core` is protected. No operation of the contract has such a path yet.
  const { core } = sinkove as unknown as { core: Core };
  const path = "/datasets/{label}" as "/datasets/{datasetId}";
  await expect(core.call("GET", { path, ids: ["x"] })).resolves.toMatchObject({
    name: "x",
  });
});

test("each item of a list is written to the query", async () => {
  const { sinkove, seen } = setUp(() => json({}));
  const query = { kinds: ["a", "b c"], days: [new Date(0)], none: [], size: 1 };
  await sinkove.request("GET", "/datasets", { query });
  expect(new URL(seen[0]?.url ?? "").search).toBe(
    "?kinds=a&kinds=b+c&days=1970-01-01T00%3A00%3A00.000Z&size=1",
  );
  const error = await errorOf(sinkove.request("GET", "/datasets", { query: { kinds: [["a"]] } }));
  expect(error.message).toBe("kinds must be text, a number or a date.");
});

test("a list, a wait and a download have a form that does not throw", async () => {
  const { sinkove, runtime } = setUp(({ url }) => {
    if (url.endsWith("/datasets")) return json([dataset()]);
    return url.endsWith("/download") ? problem(404, "DATASET_NOT_FOUND") : json(dataset("FAILED"));
  });
  const { data: page } = await sinkove.datasets.list().safe();
  expect(page?.items).toHaveLength(1);
  const wait = await runtime.run(sinkove.datasets.wait(ID).safe());
  expect(wait.error?.code).toBe("DATASET_FAILED");
  const download = await runtime.run(sinkove.datasets.download(ID).safe());
  expect(download).toMatchObject({ data: undefined, error: { code: "DATASET_NOT_FOUND" } });
});
