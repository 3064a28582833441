import { generateApiKey } from "@sinkove/api-key";
import { expect, test } from "vitest";
import { ContractBrokenError, createSandbox, type Override } from "../src/index.ts";
import { createDataset, read, send } from "./calls.ts";

test("every exchange is in the journal, with the request and the response", async () => {
  await using sandbox = await createSandbox();
  const headers = { "idempotency-key": "once" };
  await send(sandbox, "/v1/api-keys", { body: { name: "CI" }, headers });
  expect(sandbox.journal.list()).toMatchObject([
    {
      sequence: 1,
      operationId: "createApiKey",
      apiKeyId: sandbox.apiKeyId,
      answeredBy: "api",
      request: { method: "POST", path: "/v1/api-keys", headers, body: '{"name":"CI"}' },
      response: { status: 201 },
      violations: [],
    },
  ]);
});

test("it names the refused key, if the world knows it", async () => {
  await using sandbox = await createSandbox();
  const { id, secret: key } = await read(sandbox, "/v1/api-keys", { body: { name: "CI" } });
  await send(sandbox, `/v1/api-keys/${id}/revoke`, { method: "POST" });
  await send(sandbox, "/v1/me", { key });
  await send(sandbox, "/v1/me", { key: generateApiKey("test") });
  const refused = sandbox.journal.list({ status: 401 });
  expect(refused.map(({ apiKeyId }) => apiKeyId)).toEqual([id, undefined]);
});

test("it contains no keys and no download tokens", async () => {
  await using sandbox = await createSandbox();
  const { secret } = await read(sandbox, "/v1/api-keys", { body: { name: "CI" } });
  const unknown = generateApiKey("test");
  await send(sandbox, `/v1/me?key=${secret}`);
  await send(sandbox, `/v1/${unknown}`, { key: unknown, headers: { "x-api-key": secret } });
  await send(sandbox, "/v1/me", { headers: { authorization: "Basic c2VjcmV0OnNlY3JldA==" } });
  const { id } = await createDataset(sandbox);
  sandbox.clock.advance("PT1H");
  const { URL: url } = await read(sandbox, `/v1/datasets/${id}/urls/download`);
  await sandbox.fetch(url);
  const text = JSON.stringify(sandbox.journal.list()) + (await read(sandbox, "/_sandbox/journal"));
  for (const part of [secret, unknown, sandbox.apiKey]) expect(text).not.toContain(part.slice(14));
  expect(text).not.toContain(url.slice(url.lastIndexOf("/") + 1));
  expect(text).not.toContain("c2VjcmV0");
  expect(sandbox.journal.list()).toHaveLength(7);
});

test("it contains no key in the name of an unknown field", async () => {
  await using sandbox = await createSandbox();
  const key = generateApiKey("test");
  await send(sandbox, "/v1/api-keys", { body: { name: "CI", [key]: true } });
  const [entry] = sandbox.journal.list();
  expect(entry?.violations).toMatchObject([{ pointer: expect.stringMatching(/^\/sinkove_test_/) }]);
  expect(JSON.stringify(entry)).not.toContain(key.slice(14));
});

test("violations contain no keys", async () => {
  const override: Override = async () => Response.json({ [sandbox.apiKey]: sandbox.apiKey });
  await using sandbox = await createSandbox({ override });
  await send(sandbox, `/v1/me?key=${sandbox.apiKey}`);
  const told = JSON.stringify(await read(sandbox, "/_sandbox/violations"));
  expect(told).toContain("/v1/me?key=sinkove_test_");
  expect(told).not.toContain(sandbox.apiKey.slice(14));
  expect(() => sandbox.journal.check()).toThrow("/v1/me?key=sinkove_test_…");
});

test("it has the violations of a refused request", async () => {
  await using sandbox = await createSandbox();
  await send(sandbox, "/v1/api-keys", { body: { colour: "red" } });
  const [entry] = sandbox.journal.list({ violations: "request" });
  expect(entry?.violations).toContainEqual(
    expect.objectContaining({ in: "request", pointer: "/name", keyword: "required" }),
  );
  expect(() => sandbox.journal.check()).not.toThrow();
});

test("it is filtered by operation, status, violations and place, also over HTTP", async () => {
  await using sandbox = await createSandbox();
  await send(sandbox, "/v1/me");
  await send(sandbox, "/v1/me", { key: "x" });
  await send(sandbox, "/v1/models?limit=0");
  await send(sandbox, "/v1/nowhere");
  const sequences = async (query: string) => {
    const entries = await read(sandbox, `/_sandbox/journal?${query}`);
    return entries.map(({ sequence }: { sequence: number }) => sequence);
  };
  expect(await sequences("")).toEqual([1, 2, 3, 4]);
  expect(await sequences("operationId=getMe")).toEqual([1, 2]);
  expect(await sequences("status=4xx")).toEqual([2, 3, 4]);
  expect(await sequences("status=422")).toEqual([3]);
  expect(await sequences("violations=any")).toEqual([3]);
  expect(await sequences("violations=response")).toEqual([]);
  expect(await sequences("after=2&status=4xx")).toEqual([3, 4]);
  expect(await read(sandbox, "/_sandbox/journal?colour=red")).toMatchObject({ status: 422 });
  await send(sandbox, "/_sandbox/journal", { method: "DELETE" });
  expect(sandbox.journal.list()).toEqual([]);
});

test("it keeps the last thousand exchanges", async () => {
  await using sandbox = await createSandbox();
  await Promise.all(Array.from({ length: 1010 }, () => send(sandbox, "/v1/nowhere")));
  const entries = sandbox.journal.list();
  expect([entries.length, entries[0]?.sequence]).toEqual([1000, 11]);
});

test("a long body is truncated, and no part of a key is left at the cut", async () => {
  await using sandbox = await createSandbox();
  for (const length of [1990, 2020, 2040, 4030, 4050, 4080, 4097]) {
    const name = `${"x".repeat(length)} ${sandbox.apiKey}`;
    await send(sandbox, "/v1/api-keys", { body: { name } });
  }
  for (const { request } of sandbox.journal.list()) {
    expect(request.body?.length).toBeLessThanOrEqual(2049);
    expect(request.body).not.toContain("Example");
  }
});

const wrong: readonly (readonly [string, Override, string])[] = [
  [
    "a member that is missing",
    async (request, api) => {
      const { account, ...rest } = await (await api(request)).json();
      return Response.json({ ...rest, account: { id: account.id } }, await api(request.clone()));
    },
    "/body/account/name",
  ],
  ["an undeclared status", async () => Response.json({}, { status: 418 }), "/status"],
  ["no JSON", async (request, api) => new Response("{", await api(request)), "/body"],
  ["HTML", async () => new Response("<p>", { headers: { "content-type": "text/html" } }), "/body"],
  [
    "no headers",
    async (request, api) => Response.json(await (await api(request)).json()),
    "/headers/x-request-id",
  ],
];

for (const engine of ["fast", "prism"] as const) {
  test.each(wrong)(
    `%s is caught on the way out by the engine ${engine}`,
    async (_, override, pointer) => {
      await using sandbox = await createSandbox({ engine, override });
      const response = await send(sandbox, "/v1/me");
      expect(response.status).toBe(500);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({
        code: "INTERNAL_ERROR",
        title: "The contract is broken",
      });
      const [entry, ...others] = sandbox.journal.list({ violations: "response" });
      expect(others).toEqual([]);
      if (engine === "fast") {
        expect(entry?.violations.map((violation) => violation.pointer)).toContain(pointer);
      }
      expect(() => sandbox.journal.check()).toThrow(ContractBrokenError);
      expect(() => sandbox.journal.check()).toThrow(
        "1 response broke the contract:\n  getMe (GET /v1/me): ",
      );
      expect(await read(sandbox, "/_sandbox/violations")).toHaveLength(1);
      sandbox.journal.clear();
      expect(() => sandbox.journal.check()).not.toThrow();
    },
  );
}

test("a request that the API should have refused is caught by the engine prism", async () => {
  const override: Override = (_, api) =>
    api(new Request("http://localhost/v1/models", { headers: { authorization: `Bearer ${key}` } }));
  await using sandbox = await createSandbox({ engine: "prism", override });
  const key = sandbox.apiKey;
  const response = await send(sandbox, "/v1/models?limit=0");
  expect(response.status).toBe(500);
  expect(() => sandbox.journal.check()).toThrow(
    "was accepted, though the request breaks the contract",
  );
});
