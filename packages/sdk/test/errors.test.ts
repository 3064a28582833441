import { describe, expect, test } from "vitest";
import * as sdk from "../src/index.ts";
import { dataset, errorOf, ID, json, problem, setUp } from "./harness.ts";

test.each([
  [400, "BadRequestError"],
  [401, "AuthenticationError"],
  [402, "InsufficientCreditsError"],
  [403, "PermissionDeniedError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [410, "GoneError"],
  [418, "APIError"],
  [422, "ValidationError"],
  [429, "RateLimitError"],
  [500, "ServerError"],
  [503, "ServerError"],
] as const)("a %i is a %s", async (status, name) => {
  const { sinkove } = setUp(() => problem(status, "SOME_CODE"), { maxRetries: 0 });
  const error = await errorOf(sinkove.datasets.get(ID));
  expect(error).toBeInstanceOf(sdk[name]);
  expect(error).toBeInstanceOf(sdk.SinkoveError);
  expect(error).toMatchObject({ name, status, code: "SOME_CODE", detail: "It is SOME_CODE." });
  expect(error.requestId).toBe("01939ae2-4c1e-7d0a-8f51-0a4f4c7d9b21");
});

test("an error carries all that the problem says", async () => {
  const errors = [{ pointer: "/numSamples", detail: "must be at most 1000", keyword: "maximum" }];
  const more = {
    errors,
    reason: "unknown",
    requiredScopes: ["datasets:read"],
    retryAfterSeconds: 3,
  };
  const { sinkove } = setUp(() => problem(422, "VALIDATION_ERROR", { more }));
  const error = await errorOf(sinkove.datasets.get(ID));
  expect(error).toMatchObject({
    errors,
    reason: "unknown",
    requiredScopes: ["datasets:read"],
    retryAfter: 3,
  });
  expect(error.message).toContain("/numSamples: must be at most 1000");
});

describe("the stack of an error leads to the line that made the call", () => {
  const down = () => Promise.reject(new TypeError("fetch failed"));
  const missing = () => problem(404, "DATASET_NOT_FOUND");

  test.each([
    ["a connection that failed", down],
    ["an answer", missing],
  ])("%s", async (_, handler) => {
    const { sinkove } = setUp(handler, { maxRetries: 0 });
    const calls = {
      getsOne: async () => await sinkove.datasets.get(ID),
      readsList: async () => await sinkove.datasets.list().all(),
    };
    for (const [name, call] of Object.entries(calls)) {
      expect((await errorOf(call())).stack).toContain(name);
    }
  });
});

const HTML = { headers: { "content-type": "text/html" } };

test.each<[string, () => Response, RegExp]>([
  [
    "HTML with 200",
    () => new Response("<h1>Portal</h1>", HTML),
    /text\/html instead of JSON.*<h1>Portal/,
  ],
  [
    "an empty body",
    () => new Response("", { headers: { "content-type": "application/json" } }),
    /empty body/,
  ],
])("%s is a clear error", async (_, answer, message) => {
  const { sinkove, seen } = setUp(answer);
  const error = await errorOf(sinkove.datasets.get(ID));
  expect(error).toBeInstanceOf(sdk.ResponseError);
  expect(error.message).toMatch(message);
  expect(seen).toHaveLength(1);
});

test("JSON that stays cut short is a clear error, and each attempt says so", async () => {
  const headers = { "content-type": "application/json" };
  const { sinkove, seen, runtime } = setUp(() => new Response('[{"id": 1', { headers }));
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error).toBeInstanceOf(sdk.ResponseError);
  expect(error.message).toMatch(/broken or cut short/);
  const cut = { status: 200, error: "JSON that is broken or cut short" };
  expect(error.attempts).toMatchObject([cut, cut, cut]);
  expect(error.attempts).toHaveProperty("0.waitMs");
  expect(error.attempts).not.toHaveProperty("2.waitMs");
  expect(seen).toHaveLength(3);
});

test("sinkove.http refuses a path whose parameter is missing", async () => {
  const { sinkove, seen } = setUp(() => json([]));
  const path = "/datasets/{datasetId}";
  // @ts-expect-error: the path parameter is required
  const error = await errorOf(sinkove.http.GET(path));
  expect(error).toBeInstanceOf(sdk.ArgumentError);
  expect(error.message).toContain("datasetId is undefined");
  expect(seen).toEqual([]);
});

test("sinkove.http retries JSON that is cut short", async () => {
  const headers = { "content-type": "application/json" };
  const answers = [new Response('[{"id": 1', { headers }), json([])];
  const { sinkove, runtime } = setUp((_, index) => answers[index] ?? json([]));
  expect(await runtime.run(sinkove.http.GET("/datasets"))).toMatchObject({ data: [] });
});

test("a 204 without the expected data is a clear error, and a success for a deletion", async () => {
  const { sinkove, seen } = setUp(() => new Response(null, { status: 204 }));
  const error = await errorOf(sinkove.datasets.get(ID));
  expect(error).toBeInstanceOf(sdk.ResponseError);
  expect(error).toMatchObject({ status: 204, attempts: [{ status: 204, error: "an empty body" }] });
  expect(error.message).toContain("an empty body");
  expect(await errorOf(sinkove.datasets.list().page())).toBeInstanceOf(sdk.ResponseError);
  expect(await sinkove.datasets.delete(ID)).toBeUndefined();
  expect(seen).toHaveLength(3);
});

test("a header that HTTP cannot carry is refused before sending, and is not repeated", async () => {
  const { sinkove, seen } = setUp(() => json(dataset()));
  for (const headers of [{ "x y": "1" }, { "x-a": "se\ncret" }, { "x-a": "se€cret" }]) {
    const error = await errorOf(sinkove.datasets.get(ID, { headers }));
    expect(error).toBeInstanceOf(sdk.ArgumentError);
    expect(error.message).not.toContain("cret");
  }
  expect(seen).toEqual([]);
});

test("at most 200 characters of an unreadable answer are shown", async () => {
  const { sinkove } = setUp(() => new Response("x".repeat(5_000), HTML));
  const { message } = await errorOf(sinkove.datasets.get(ID));
  expect(message).toMatch(/[^x]x{200}$/);
});

test("a proxy's HTML error has the class of its status", async () => {
  const { sinkove } = setUp(() => new Response("<h1>Bad gateway</h1>", { status: 502 }), {
    maxRetries: 0,
  });
  const error = await errorOf(sinkove.datasets.get(ID));
  expect(error).toBeInstanceOf(sdk.ServerError);
  expect(error).toMatchObject({ code: "HTTP_502", status: 502 });
});

test.each([
  null,
  7,
  "x",
  [],
  {},
  { code: 3 },
  { code: "X", errors: 5 },
  { code: "X", errors: [null] },
])("the odd error body %j is an APIError", async (body) => {
  const { sinkove } = setUp(() => json(body, { status: 400 }));
  expect(await errorOf(sinkove.datasets.get(ID))).toBeInstanceOf(sdk.BadRequestError);
});

test.each(["null", "1", '"a"', "true"])("%s in place of an object is an error", async (body) => {
  const { sinkove } = setUp(() => json(JSON.parse(body)));
  for (const call of [
    sinkove.datasets.get(ID),
    sinkove.datasets.wait(ID),
    sinkove.datasets.download(ID),
    sinkove.datasets.list(),
  ]) {
    const error = await errorOf(call);
    expect(error).toBeInstanceOf(sdk.ResponseError);
    expect(error.message).toContain("200 with JSON that is not an object.");
  }
  expect(await sinkove.request("GET", "/things")).toBe(JSON.parse(body));
});

test("unknown members and enum values never throw", async () => {
  const odd = { ...dataset("QUANTUM"), shape: { of: ["things"] } };
  const { sinkove } = setUp(() => json(odd));
  expect(await sinkove.datasets.get(ID)).toEqual(odd);
});

test("safe gives the data, or the error, and throws neither", async () => {
  const good = setUp(() => json(dataset()));
  const success = await good.sinkove.datasets.get(ID).safe();
  expect(success).toMatchObject({ data: { id: ID }, error: undefined });
  const bad = setUp(() => problem(404, "DATASET_NOT_FOUND"));
  const { data, error } = await bad.sinkove.datasets.get(ID).safe();
  expect(data).toBeUndefined();
  expect(error?.code).toBe("DATASET_NOT_FOUND");
});

test("safe only returns errors of this package: an error of a hook is thrown", async () => {
  const fault = new RangeError("a fault of the program");
  const onRequest = () => {
    throw fault;
  };
  const { sinkove } = setUp(() => json(dataset()), { onRequest });
  expect(await errorOf(sinkove.datasets.get(ID).safe())).toBe(fault);
});

test("withResponse gives the headers too", async () => {
  const { sinkove } = setUp(() => json(dataset(), { headers: { etag: '"a"' } }));
  const { data, response } = await sinkove.datasets.get(ID).withResponse();
  expect(data.id).toBe(ID);
  expect(response.headers.get("etag")).toBe('"a"');
});

test("no form of a call leaves an unhandled rejection", async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  process.on("unhandledRejection", note);
  const { sinkove } = setUp(() => problem(404, "DATASET_NOT_FOUND"));
  await sinkove.datasets.get(ID).safe();
  await errorOf(sinkove.datasets.get(ID));
  await errorOf(sinkove.datasets.get(ID).withResponse());
  await errorOf(sinkove.datasets.wait(ID));
  await errorOf(sinkove.datasets.list().all());
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

test.each(["", ".", "..", "a/b", "../api-keys", "a?b", "a#b", "a%2Fb", "a b", "a..b", "é"])(
  "the id %j is refused before sending",
  async (id) => {
    const { sinkove, seen } = setUp(() => json(dataset()));
    expect(await errorOf(sinkove.datasets.get(id))).toBeInstanceOf(sdk.ArgumentError);
    const low = sinkove.http.GET("/datasets/{datasetId}", { params: { path: { datasetId: id } } });
    expect(await errorOf(low)).toBeInstanceOf(sdk.ArgumentError);
    expect(seen).toEqual([]);
  },
);

test("a missing ID, which the types cannot always detect, is rejected", async () => {
  const { sinkove, seen } = setUp(() => json(dataset()));
  expect((await errorOf(sinkove.datasets.get(undefined as unknown as string))).message).toMatch(
    /undefined/,
  );
  expect(seen).toEqual([]);
});

test("the low-level client returns a body that is not JSON unchanged", async () => {
  const endless = new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([7])) });
  const { sinkove } = setUp(
    () => new Response(endless, { headers: { "content-type": "application/zip" } }),
  );
  const { data } = await sinkove.http.GET("/models", { parseAs: "stream" });
  const { value } = (await data?.getReader().read()) ?? {};
  expect(value).toEqual(new Uint8Array([7]));
});

test("the low-level client hands on a 205, which may have no body", async () => {
  const headers = { "content-type": "application/json" };
  const { sinkove } = setUp(() => new Response(null, { status: 205, headers }));
  const { response } = await sinkove.http.GET("/datasets", { parseAs: "text" });
  expect(response.status).toBe(205);
});

test("a middleware that is added before the first request sees that request, and not the key", async () => {
  const { sinkove } = setUp(() => json(dataset()));
  const seen: string[] = [];
  sinkove.http.use({
    onRequest: ({ request }) => void seen.push(request.url, ...request.headers.keys()),
  });
  await sinkove.http.GET("/me");
  expect(seen[0]).toBe("http://127.0.0.1:4010/v1/me");
  expect(seen).not.toContain("authorization");
});

test("the low-level client gives errors as values, after retries", async () => {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index === 0 ? problem(500, "INTERNAL_ERROR") : problem(404, "DATASET_NOT_FOUND"),
  );
  const { error, response } = await runtime.run(
    sinkove.http.GET("/datasets/{datasetId}", { params: { path: { datasetId: ID } } }),
  );
  expect(error?.code).toBe("DATASET_NOT_FOUND");
  expect(response.status).toBe(404);
  expect(seen).toHaveLength(2);
});
