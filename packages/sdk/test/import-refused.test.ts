import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Sdk from "../src/index.ts";
import { dataset, errorOf, type Handler, ID, json, KEY, problem, setUp } from "./harness.ts";

// Service workers and extensions reject every import(). In a page that stays open during a deployment, the imported
// files may be gone.
const REFUSED = `Promise.reject(new TypeError("import() is disallowed here."))`;

let folder: string;
let sdk: typeof Sdk;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sinkove-sdk-"));
  const refuseImports = {
    name: "refuse-imports",
    transform: (code: string) => code.replace(/\bimport\("[^"]*"\)/g, REFUSED),
  };
  const input = join(import.meta.dirname, "../src/index.ts");
  const bundle = await rolldown({ input, platform: "neutral", plugins: [refuseImports] });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  expect(output).toHaveLength(1);
  const file = join(folder, "sdk.mjs");
  await writeFile(file, output[0].code);
  sdk = await import(pathToFileURL(file).href);
});
afterAll(() => rm(folder, { recursive: true }));

function client(handler: Handler) {
  const { runtime, fetch, seen } = setUp(handler);
  const options = { apiKey: KEY, baseUrl: "http://127.0.0.1:4010/v1", fetch, runtime };
  return { sinkove: new sdk.Sinkove(options), runtime, seen };
}

test("an error of the API, with its retries, is the same as elsewhere", async () => {
  const { sinkove, runtime, seen } = client((_, index) =>
    index < 2 ? problem(503, "SERVICE_UNAVAILABLE") : problem(404, "DATASET_NOT_FOUND"),
  );
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error).toBeInstanceOf(sdk.NotFoundError);
  expect(error).toMatchObject({ status: 404, requestId: expect.any(String) });
  expect(seen).toHaveLength(3);
});

test("safe() gives an error that is not JSON", async () => {
  const { sinkove, runtime } = client(() => new Response("<h1>Portal</h1>"));
  const { error } = await runtime.run(sinkove.datasets.get(ID).safe());
  expect(error).toBeInstanceOf(sdk.ResponseError);
});

test("a redirect within the origin is followed", async () => {
  const redirect = () => new Response(null, { status: 307, headers: { location: "/v1/other" } });
  const { sinkove, runtime } = client((_, index) => (index ? json(dataset()) : redirect()));
  expect((await runtime.run(sinkove.datasets.get(ID))).id).toBe(ID);
});

test("a wait ends when the dataset is ready or has failed", async () => {
  const states = ["PENDING", "READY", "FAILED"];
  const { sinkove, runtime } = client((_, index) => json(dataset(states[index])));
  expect((await runtime.run(sinkove.datasets.wait(ID))).id).toBe(ID);
  const error = await errorOf(runtime.run(sinkove.datasets.wait(ID)));
  expect(error).toBeInstanceOf(sdk.DatasetError);
});

test.each<[string, (sinkove: Sdk.Sinkove) => PromiseLike<unknown>]>([
  ["a download", ({ datasets }) => datasets.download(ID)],
  ["a call of the low-level client", ({ http }) => http.GET("/me")],
])("%s is an error of this package that tells what to do, and sends nothing", async (_, call) => {
  const { sinkove, runtime, seen } = client(() => json(dataset()));
  const error = await errorOf(runtime.run(call(sinkove)));
  expect(error).toBeInstanceOf(sdk.ConfigurationError);
  expect(error.message).toMatch(/import\(\) is not allowed here.*bundle the program into one file/);
  expect(error.cause).toMatchObject({ message: "import() is disallowed here." });
  expect(seen).toEqual([]);
});
