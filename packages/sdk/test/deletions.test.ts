import { expect, test } from "vitest";
import { errorOf, ID, problem, setUp } from "./harness.ts";

// Other cases are in packages/sdk-conformance/behaviours: delete-*.json.
const lost = (_: unknown, index: number) =>
  index === 0 ? Promise.reject(new Error("ECONNRESET")) : problem(404, "DATASET_NOT_FOUND");

test("a deletion that a 404 confirms says so in its response", async () => {
  const { sinkove, runtime } = setUp(lost);
  const { data, response } = await runtime.run(sinkove.datasets.delete(ID).withResponse());
  expect(data).toBeUndefined();
  expect(response.status).toBe(404);
});

test("a 404 of a first attempt is an error, and so is one of another method", async () => {
  const missing = setUp(() => problem(404, "DATASET_NOT_FOUND"));
  expect((await errorOf(missing.sinkove.datasets.delete(ID))).name).toBe("NotFoundError");
  const { sinkove, runtime } = setUp(lost);
  expect((await errorOf(runtime.run(sinkove.datasets.get(ID)))).name).toBe("NotFoundError");
});

test("the low-level client returns the 404 unchanged", async () => {
  const { sinkove, runtime } = setUp(lost);
  const params = { path: { datasetId: ID } };
  const { error, response } = await runtime.run(
    sinkove.http.DELETE("/datasets/{datasetId}", { params }),
  );
  expect(response.status).toBe(404);
  expect(error?.code).toBe("DATASET_NOT_FOUND");
});

// The codes of Node and Bun, and the message of Deno.
test.each([
  { code: "ECONNREFUSED" },
  { code: "ENOTFOUND" },
  { code: "EAI_AGAIN" },
  { message: "client error (Connect): tcp connect error: Connection refused" },
])("a 404 after %o is an error, because nothing was sent before", async (fault) => {
  const refused = Object.assign(new Error("fetch failed"), {
    cause: Object.assign(new Error(), fault),
  });
  const { sinkove, runtime } = setUp((_, index) =>
    index === 0 ? Promise.reject(refused) : problem(404, "DATASET_NOT_FOUND"),
  );
  const error = await errorOf(runtime.run(sinkove.datasets.delete(ID)));
  expect(error).toMatchObject({ name: "NotFoundError", attempts: { length: 2 } });
});

test("one lost response is enough for a 404 to mean success", async () => {
  const faults = [{}, { code: "ECONNREFUSED" }];
  const { sinkove, runtime } = setUp((_, index) => {
    const fault = faults[index];
    if (!fault) return problem(404, "DATASET_NOT_FOUND");
    return Promise.reject(Object.assign(new Error("broken"), fault));
  });
  await runtime.run(sinkove.datasets.delete(ID));
});
