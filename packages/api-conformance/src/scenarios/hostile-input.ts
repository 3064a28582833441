import { type OperationId, operations } from "@sinkove/contract";
import { expect } from "vitest";
import { pathWith, readReply } from "./exchange.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const text = (value: unknown) => JSON.stringify(value);
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** Invalid bodies of `createApiKey`, with the expected error code. */
const BODIES: readonly (readonly [
  what: string,
  code: string,
  body: string | Uint8Array<ArrayBuffer>,
])[] = [
  ["half a JSON text", "INVALID_REQUEST", "{"],
  ["JSON with a comment", "INVALID_REQUEST", '{"name":"x"}//'],
  ["single quotes", "INVALID_REQUEST", "{'name':'x'}"],
  ["bytes that are no UTF-8", "INVALID_REQUEST", Uint8Array.of(0x22, 0xc3, 0x28, 0x22)],
  ["a hundred nested arrays", "INVALID_REQUEST", deep(100)],
  ["eight thousand nested arrays", "INVALID_REQUEST", deep(8000)],
  ["more than 1 MiB", "PAYLOAD_TOO_LARGE", text({ name: "x".repeat(1024 * 1024) })],
  ["more than 16 KiB", "PAYLOAD_TOO_LARGE", " ".repeat(16 * 1024 + 1)],
  ["half of a surrogate pair", "VALIDATION_ERROR", '{"name":"\\ud83d"}'],
  ["an empty object", "VALIDATION_ERROR", "{}"],
  ["null", "VALIDATION_ERROR", "null"],
  ["an array", "VALIDATION_ERROR", "[]"],
  ["a number for a name", "VALIDATION_ERROR", text({ name: 1 })],
  ["an empty name", "VALIDATION_ERROR", text({ name: "" })],
  ["an unknown scope", "VALIDATION_ERROR", text({ name: "x", scopes: ["all"] })],
  ["no scope at all", "VALIDATION_ERROR", text({ name: "x", scopes: [] })],
  ["an unknown member", "VALIDATION_ERROR", text({ name: "x", colour: "red" })],
  ["__proto__ as a member", "VALIDATION_ERROR", '{"name":"x","__proto__":{"scopes":[]}}'],
  [
    "a date that is none",
    "VALIDATION_ERROR",
    text({ name: "x", expiresAt: "2026-02-30T00:00:00Z" }),
  ],
  [
    "a moment after the year 9999",
    "VALIDATION_ERROR",
    text({ name: "x", expiresAt: "9999-12-31T23:59:59-01:00" }),
  ],
];

const bodies = BODIES.map(([what, code, body]) =>
  scenario(`refuses ${what} as ${code}`, async ({ call }) => {
    expect((await call("createApiKey", { text: body })).body.code).toBe(code);
    expect((await call("getMe")).status).toBe(200);
  }),
);

/** Sends a request that matches no operation. Its response must still be a problem document. */
async function problemOf({ fetch, baseUrl }: Scene, path: string, init: RequestInit = {}) {
  const reply = await readReply(await fetch(new Request(baseUrl + path, init)));
  expect(reply.headers.get("Content-Type")).toContain("application/problem+json");
  expect(reply.headers.get("X-Request-ID")).toBe(reply.body.requestId);
  expect(reply.body.status).toBe(reply.status);
  return reply;
}

const paths = ["/", "/v1", "/v1/nowhere", "/v2/me", "/v1/me/", "/v1//me", "/v1/api-keys/a/b/c"];

const routing: readonly Scenario[] = [
  ...paths.map((path) =>
    scenario(`answers ${path} with 404`, async (scene) => {
      const { status, body } = await problemOf(scene, path);
      expect([status, body.code]).toEqual([404, "NOT_FOUND"]);
    }),
  ),
  ...["PUT", "PATCH", "DELETE", "OPTIONS"].map((method) =>
    scenario(`answers ${method} /datasets with 405, and says what is allowed`, async (scene) => {
      const { status, headers } = await problemOf(scene, "/v1/datasets", { method });
      expect([status, headers.get("Allow")]).toEqual([405, "GET, POST, HEAD"]);
    }),
  ),
  scenario("answers every path with and without /v1", async (scene) => {
    const headers = { Authorization: `Bearer ${scene.key}` };
    for (const path of ["/datasets", "/v1/datasets", "/me", "/organizations", "/models"]) {
      const response = await scene.fetch(new Request(scene.baseUrl + path, { headers }));
      expect([path, response.status]).toEqual([path, 200]);
      await response.arrayBuffer();
    }
  }),
  scenario("answers HEAD as GET with no body", async ({ fetch, baseUrl, key }) => {
    const headers = { Authorization: `Bearer ${key}` };
    const response = await fetch(new Request(`${baseUrl}/v1/me`, { method: "HEAD", headers }));
    expect([response.status, await response.text()]).toEqual([200, ""]);
  }),
  scenario("refuses a query that is badly encoded", async ({ fetch, baseUrl, key }) => {
    const headers = { Authorization: `Bearer ${key}` };
    for (const query of ["limit=%zz", "cursor=%ff%fe"]) {
      const response = await fetch(new Request(`${baseUrl}/v1/datasets?${query}`, { headers }));
      const { status, body } = await readReply(response);
      expect([status, body.code]).toEqual([400, "INVALID_REQUEST"]);
    }
  }),
  scenario("does not repeat a key that stands in the path", async (scene) => {
    const { body } = await problemOf(scene, `/v1/${scene.key}`);
    expect(JSON.stringify(body)).not.toContain(scene.key);
  }),
];

const withId = Object.values(operations).filter(
  ({ path, schemes, body }) => path.includes("Id}") && schemes.includes("apiKey") && !body,
);

const IDS = ["x", "..", "%2e%2e", "' or 1=1 --", "\u0000", "é", "💀", "a".repeat(2000), "%", "a/b"];

const identifiers = withId.map(({ id }: { id: OperationId }) =>
  scenario(`refuses ids that are none on ${id}`, async ({ call }) => {
    for (const bad of IDS.filter((each) => each !== "..")) {
      const { status } = await call(id, { path: pathWith(id, bad) });
      expect([bad, status]).toEqual([bad, 422]);
    }
  }),
);

/** Common mistakes of clients, and attacks. */
export const hostileInput: readonly Scenario[] = [
  ...bodies,
  ...routing,
  ...identifiers,
  scenario("tells every violation at once, parameters and body together", async ({ call }) => {
    const headers = { "Idempotency-Key": "two words" };
    const body = text({ scopes: [], colour: "red" });
    const reply = await call("createApiKey", { headers, text: body });
    const pointers = reply.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    const expected = ["Idempotency-Key", "/name", "/scopes", "/colour"];
    expect(pointers).toEqual(expect.arrayContaining(expected));
  }),
  scenario("judges args by the model's own schema", async ({ call, modelId }) => {
    for (const args of [{}, { prompt: 1 }, { prompt: "" }, { prompt: "x", colour: 1 }]) {
      const { status } = await call("createDataset", { body: { modelId, numSamples: 1, args } });
      expect([args, status]).toEqual([args, 422]);
    }
    for (const numSamples of [0, -1, 1.5, 1001, "1", null]) {
      const body = text({ modelId, numSamples, args: { prompt: "x" } });
      expect([numSamples, (await call("createDataset", { text: body })).status]).toEqual([
        numSamples,
        422,
      ]);
    }
  }),
  scenario("keeps text of every script as it was sent", async ({ issueKey, createDataset }) => {
    for (const name of ["Öffentlich", "放射線科", "قسم الأشعة", "👩🏽‍⚕️", "O'Brien; drop table"]) {
      expect((await issueKey({ name })).name).toBe(name);
      expect((await createDataset({ args: { prompt: name } })).args.prompt).toBe(name);
    }
    const prompt = "pneumonia\u0000";
    expect((await createDataset({ args: { prompt } })).args.prompt).toBe(prompt);
  }),
  scenario("asks for JSON, and gives nothing else", async ({ call }) => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
      const headers = { "Content-Type": type };
      expect((await call("createApiKey", { headers, text: "{}" })).status).toBe(415);
    }
    const json = { "Content-Type": "Application/JSON; charset=utf-8" };
    expect((await call("createApiKey", { headers: json, body: { name: "x" } })).status).toBe(201);
    expect((await call("getMe", { headers: { Accept: "text/html" } })).status).toBe(406);
    expect((await call("getMe", { headers: { Accept: "text/html, */*;q=0.1" } })).status).toBe(200);
  }),
];
