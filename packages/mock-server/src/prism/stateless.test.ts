import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { asFetch } from "../as-fetch.ts";
import type { FetchHandler } from "../fetch-handler.ts";
import { createStatelessMock } from "./stateless.ts";

const bundle = createRequire(import.meta.url).resolve("@sinkove/openapi/openapi.json");
const authorization = "Bearer sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";

let mock: FetchHandler;
beforeAll(async () => {
  mock = asFetch(await createStatelessMock(JSON.parse(await readFile(bundle, "utf8"))));
});

function send(path: string, { headers = {}, ...init }: RequestInit = {}): Promise<Response> {
  return mock(
    new Request(`http://mock.test${path}`, { ...init, headers: { authorization, ...headers } }),
  );
}

const json = { "content-type": "application/json" };

describe("a stateless mock", () => {
  test.each(["/datasets", "/v1/datasets"])("answers GET %s with datasets", async (path) => {
    const response = await send(path, { headers: json });
    expect(response.status).toBe(200);
    expect(await response.json()).toContainEqual(expect.objectContaining({ numSamples: 50 }));
  });

  test("has no Link to a next page, which a client would follow forever", async () => {
    expect((await send("/datasets")).headers.has("link")).toBe(false);
  });

  test("accepts the scheme in any case, with any number of spaces", async () => {
    expect((await send("/me", { headers: { authorization: "bearer   abc" } })).status).toBe(200);
  });

  test("does not reuse the Accept of an earlier request", async () => {
    expect((await send("/me", { headers: { accept: "text/html" } })).status).toBe(406);
    expect((await send("/me")).status).toBe(200);
  });

  test("answers HEAD like GET, without the body", async () => {
    const response = await send("/datasets", { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  test("generates a response on request", async () => {
    const response = await send("/organizations", { headers: { prefer: "dynamic=true" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toBeInstanceOf(Array);
  });

  test.each(["code=418", "example=Nope", "code=200, example=Nope", 'code="429"; example=Nope'])(
    "reports that the contract has no example for Prefer: %s",
    async (prefer) => {
      const response = await send("/datasets", { headers: { prefer } });
      const { code, detail } = await response.json();
      expect([response.status, code]).toEqual([400, "INVALID_REQUEST"]);
      expect(detail).toContain(`no example for Prefer: ${prefer}.`);
    },
  );

  test("answers 404 at a path without an operation, even with a preference", async () => {
    expect((await send("/nothing", { headers: { prefer: "code=200" } })).status).toBe(404);
  });

  const body = JSON.stringify({ name: "x" });
  test.each([
    ["no key", "/datasets", { headers: { authorization: "" } }, 401, "INVALID_API_KEY"],
    [
      "a malformed body",
      "/api-keys",
      { method: "POST", body: "{bad", headers: json },
      400,
      "INVALID_REQUEST",
    ],
    [
      "a body that breaks the contract",
      "/api-keys",
      { method: "POST", body: "{}", headers: json },
      422,
      "VALIDATION_ERROR",
    ],
    [
      "a body of another type",
      "/api-keys",
      { method: "POST", body, headers: { "content-type": "text/plain" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "a body over 1 MiB",
      "/api-keys",
      { method: "POST", body: "x".repeat(1_048_577), headers: json },
      413,
      "PAYLOAD_TOO_LARGE",
    ],
    ["an unknown path", "/nothing", {}, 404, "NOT_FOUND"],
    ["a trailing slash", "/datasets/", {}, 404, "NOT_FOUND"],
    ["a path that is not percent-encoded", "/datasets/%zz", {}, 400, "INVALID_REQUEST"],
  ] as const)("answers %s with a problem", async (_, path, init, status, code) => {
    const response = await send(path, init);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, code });
  });

  test("answers a method that a path does not have with those that it has", async () => {
    const response = await send("/datasets", { method: "PUT" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("HEAD, GET, POST");
  });
});
