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

test.each([
  "connect ECONNREFUSED 127.0.0.1:443",
  "getaddrinfo ENOTFOUND api.example",
  "getaddrinfo EAI_AGAIN api.example",
  "tcp connect error: Connection refused (os error 111)",
  "Unable to connect. Is the computer able to access the url?",
])("a 404 after %s is an error: nothing was sent before", async (message) => {
  const { sinkove, runtime } = setUp((_, index) =>
    index === 0 ? Promise.reject(new Error(message)) : problem(404, "DATASET_NOT_FOUND"),
  );
  expect((await errorOf(runtime.run(sinkove.datasets.delete(ID)))).name).toBe("NotFoundError");
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
