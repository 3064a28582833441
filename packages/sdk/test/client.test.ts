import { generateApiKey } from "@sinkove/api-key";
import fc from "fast-check";
import { expect, expectTypeOf, onTestFinished, test, vi } from "vitest";
import type { Dataset, Page } from "../src/index.ts";
import { ArgumentError, NotFoundError, Sinkove } from "../src/index.ts";
import { dataset, errorOf, hang, ID, json, KEY, problem, setUp } from "./harness.ts";

const OTHER_KEY = generateApiKey("test");

test("withOptions changes what it names and keeps the rest", async () => {
  const { sinkove, seen, runtime } = setUp(hang, { maxRetries: 0, headers: { "x-app": "a" } });
  const impatient = sinkove.withOptions({ timeout: 10 });
  expect(impatient).toBeInstanceOf(Sinkove);
  const error = await errorOf(runtime.run(impatient.me()));
  expect(error).toMatchObject({ name: "TimeoutError", timeoutMs: 10 });
  expect(seen.map(({ headers }) => headers.get("x-app"))).toEqual(["a"]);
  expect(impatient.baseUrl).toBe(sinkove.baseUrl);
});

test("a client with other options shares the rate limit, unless it has another key or URL", async () => {
  const headers = { "x-ratelimit-limit": "9", "x-ratelimit-remaining": "5" };
  const { sinkove } = setUp(() => json({}, { headers }));
  const sibling = sinkove.withOptions({ timeout: 10 });
  await sibling.me();
  expect(sinkove.rateLimit?.remaining).toBe(5);
  expect(sinkove.withOptions({ apiKey: KEY }).rateLimit).toBeUndefined();
  expect(sinkove.withOptions({ baseUrl: "http://127.0.0.1:1" }).rateLimit).toBeUndefined();
});

test("withOptions keeps an option that is given as undefined, and not the environment's", async () => {
  vi.stubEnv("SINKOVE_API_KEY", OTHER_KEY);
  vi.stubEnv("SINKOVE_API_URL", "http://127.0.0.1:9/v1");
  onTestFinished(() => void vi.unstubAllEnvs());
  const headers = { "x-ratelimit-limit": "9", "x-ratelimit-remaining": "5" };
  const { sinkove, seen } = setUp(() => json({}, { headers }));
  const same = sinkove.withOptions({ apiKey: undefined, baseUrl: undefined, fetch: undefined });
  await same.me();
  expect(seen[0]?.url).toBe("http://127.0.0.1:4010/v1/me");
  expect(seen[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
  expect(sinkove.rateLimit?.remaining).toBe(5);
});

test("an awaited list is its first page", async () => {
  const headers = { link: '</datasets?cursor=next>; rel="next"', "x-total-count": "7" };
  const { sinkove, seen } = setUp(() => json([dataset()], { headers }));
  const list = sinkove.datasets.list({ limit: 1 });
  expect(seen).toEqual([]);
  const page = await list;
  expectTypeOf(page).toEqualTypeOf<Page<Dataset>>();
  expect(page).toMatchObject({ items: [{ id: ID }], nextCursor: "next", totalCount: 7 });
  expect(seen).toHaveLength(1);
  const failing = setUp(() => problem(404, "ORGANIZATION_NOT_FOUND"));
  await expect(failing.sinkove.datasets.list()).rejects.toThrow(NotFoundError);
});

test("asResponse gives a success with its body unread", async () => {
  const { sinkove } = setUp(() => json(dataset(), { headers: { "x-a": "b" } }));
  const response = await sinkove.datasets.get(ID).asResponse();
  expect([response.status, response.bodyUsed, response.headers.get("x-a")]).toEqual([
    200,
    false,
    "b",
  ]);
  expect(await response.json()).toEqual(dataset());
});

test("asResponse does not wait for the body", async () => {
  const body = new ReadableStream({
    pull: () => new Promise(() => undefined),
  });
  const { sinkove } = setUp(() => new Response(body));
  const response = await sinkove.datasets.get(ID).asResponse();
  await response.body?.cancel();
  expect(response.status).toBe(200);
});

test("asResponse retries, and throws errors as every call does", async () => {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index ? problem(404, "DATASET_NOT_FOUND") : problem(503, "SERVICE_UNAVAILABLE"),
  );
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID).asResponse()));
  expect(error).toMatchObject({ name: "NotFoundError", code: "DATASET_NOT_FOUND" });
  expect(seen).toHaveLength(2);
});

test("request sends requests for which there is no method", async () => {
  const { sinkove, seen } = setUp(() => json({ done: true }));
  const data = await sinkove.request<{ done: boolean }>("PUT", "/models/{modelId}/tags", {
    params: { modelId: ID },
    query: { dryRun: true, since: new Date("2026-11-28T09:00:00Z"), left: undefined },
    body: { tags: ["a"] },
    headers: { "x-a": "b" },
  });
  expect(data).toEqual({ done: true });
  const [{ url, method, headers, body } = {}] = seen;
  expect(url).toBe(
    `http://127.0.0.1:4010/v1/models/${ID}/tags?dryRun=true&since=2026-11-28T09%3A00%3A00.000Z`,
  );
  expect([method, body]).toEqual(["PUT", '{"tags":["a"]}']);
  expect([headers?.get("x-a"), headers?.get("authorization")]).toEqual(["b", `Bearer ${KEY}`]);
});

test("request accepts an empty 204, throws API errors, and adds an Idempotency-Key to each POST", async () => {
  const empty = setUp(() => new Response(null, { status: 204 }));
  expect(await empty.sinkove.request("POST", "/things")).toBeUndefined();
  expect(empty.seen[0]?.headers.get("idempotency-key")).toMatch(/^[\da-f-]{36}$/);
  const missing = setUp(() => problem(404, "THING_NOT_FOUND"));
  const { error } = await missing.sinkove.request("GET", "/things").safe();
  expect(error?.code).toBe("THING_NOT_FOUND");
});

test("request takes a method in any case: a POST is named, and carried out once", async () => {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index ? json({}) : problem(503, "SERVICE_UNAVAILABLE"),
  );
  await runtime.run(sinkove.request("post", "/things", { body: {} }));
  await sinkove.request("patch", "/things", { body: {} });
  expect(seen.map(({ method }) => method)).toEqual(["POST", "POST", "PATCH"]);
  const [first, second] = seen.map(({ headers }) => headers.get("idempotency-key"));
  expect(first).toMatch(/^[\da-f-]{36}$/);
  expect(second).toBe(first);
});

test.each<[unknown, object?]>([
  ...[[""], ["GE T"], ["GET\n"], [undefined], [{}], [Symbol("GET")]],
  ["GET", { body: {} }],
  ["head", { body: {} }],
] as [unknown, object?][])("request refuses the method %o with %o", async (method, options) => {
  const { sinkove, seen } = setUp(() => json({}));
  const error = await errorOf(sinkove.request(method as string, "/things", options));
  expect(error).toMatchObject({ code: "INVALID_ARGUMENT" });
  expect(error.message).toMatch(/^method must be/);
  expect(seen).toEqual([]);
});

test.each([
  ...["", "datasets", "//evil.test/", "/a/../b", "/./a", "/a?b", "/a#b", "/a%2e%2e/b"],
  ...["https://evil.test/", ".evil.test/", "/a/", "/a\\b", "/a b", "/{id}", "@evil.test/"],
])("request refuses the path %o before it sends anything", async (path) => {
  const { sinkove, seen } = setUp(() => json({}));
  expect(await errorOf(sinkove.request("GET", path))).toBeInstanceOf(ArgumentError);
  expect(seen).toEqual([]);
});

test("a request stays below the base URL for any path", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom("/", ".", "%2e", "a", "?", "#", "\\", "@", ":", "\n") }),
      async (path) => {
        const { sinkove, seen } = setUp(() => json({}));
        await sinkove.request("GET", path).safe();
        for (const { url } of seen) {
          expect(new URL(url).href).toBe(`http://127.0.0.1:4010/v1${path}`);
        }
      },
    ),
  );
});

test("fetchOptions of the client and of a call reach fetch, and cannot replace what the client sets", async () => {
  const inits: (RequestInit & { next?: unknown; dispatcher?: unknown })[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    inits.push(init ?? {});
    return json({});
  };
  const dispatcher = {};
  const wrong = { method: "PUT", headers: { authorization: "no" }, redirect: "follow" as const };
  const { sinkove } = setUp(() => json({}), { fetch, fetchOptions: { dispatcher, ...wrong } });
  await sinkove.me({ fetchOptions: { cache: "force-cache", next: { revalidate: 1 }, ...wrong } });
  await sinkove.me();
  expect(inits[0]).toMatchObject({
    ...{ dispatcher, cache: "force-cache", next: { revalidate: 1 } },
    ...{ method: "GET", redirect: "manual" },
  });
  expect(inits[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}` });
  expect(inits[1]).toMatchObject({ dispatcher, cache: "no-store" });
});
