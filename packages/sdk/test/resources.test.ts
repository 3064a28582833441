import { operations } from "@sinkove/contract";
import { readContract } from "@sinkove/openapi/contract";
import { type Callee, calleesOf } from "@sinkove/sdk-generator/callees";
import { sdkModelOf } from "@sinkove/sdk-generator/sdk-model";
import { expect, test, vi } from "vitest";
import type { List, Sinkove, SinkoveOptions } from "../src/index.ts";
import { VERSION } from "../src/version.ts";
import {
  dataset,
  errorOf,
  hang,
  ID,
  json,
  KEY,
  loggerTo,
  problem,
  type Seen,
  setUp,
  turns,
} from "./harness.ts";

const contract = readContract();
const callees = calleesOf(contract, sdkModelOf(contract));

/** Calls a method with an ID for each path parameter, and a minimal body. */
async function call(sinkove: Sinkove, { resource, method, parent }: Callee): Promise<void> {
  // The names come from the contract, so the compiler does not know them.
  type Anything = Record<string, (...args: unknown[]) => unknown>;
  const client = sinkove as unknown as Record<string, Anything>;
  const above = parent ? client[parent.resource]?.[resource ?? ""]?.(ID) : client[resource ?? ""];
  const owner = resource === undefined ? client : above;
  const body = method.body && Object.fromEntries(method.body.members.map(({ name }) => [name, 1]));
  const args = [...method.path.map(() => ID), ...(body ? [body] : [])];
  const sent = (owner as Anything)[method.name]?.(...args);
  await (method.result.kind === "list" ? (sent as List<unknown>).page() : sent);
}

test("every operation that accepts an API key has its method, and no other", () => {
  const withKey = Object.values(operations).filter(({ schemes }) => schemes.includes("apiKey"));
  const ids = callees.map(({ operationId }) => operationId);
  expect(ids.sort()).toEqual(withKey.map(({ id }) => id).sort());
});

test.each(callees)("$operationId sends the request that the contract describes", async (each) => {
  const operation = operations[each.operationId as keyof typeof operations];
  const { sinkove, seen } = setUp(({ method }) =>
    method === "DELETE"
      ? new Response(null, { status: 204 })
      : json(each.method.result.kind === "list" ? [] : {}),
  );
  await call(sinkove, each);
  const path = operation.path.replace(/\{\w+\}/g, ID);
  expect(seen[0]?.method).toBe(operation.method);
  expect(new URL(seen[0]?.url ?? "").pathname).toBe(`/v1${path}`);
  if (operation.body) expect(seen[0]?.headers.get("content-type")).toBe("application/json");
});

test("a request says who sends it, and what it accepts", async () => {
  const { sinkove, seen } = setUp(() => json({}), { headers: { "x-team": "radiology" } });
  await sinkove.me({ headers: { "x-job": "7" } });
  const headers = Object.fromEntries(seen[0]?.headers ?? []);
  expect(headers["user-agent"]).toContain(`sinkove-sdk-typescript/${VERSION} (node/`);
  expect(headers).toMatchObject({ "x-team": "radiology", "x-job": "7" });
  expect(headers.accept).toContain("application/json");
});

test("a header of yours does not replace the key", async () => {
  const { sinkove, seen } = setUp(() => json({}));
  await sinkove.me({ headers: { Authorization: "Bearer other" } });
  expect(seen[0]?.headers.get("authorization")).not.toContain("other");
});

test("hooks see each attempt, and may add headers to it", async () => {
  const told: unknown[] = [];
  const { sinkove, seen, runtime } = setUp(
    (_, index) => (index === 0 ? problem(503, "SERVICE_UNAVAILABLE") : json(dataset())),
    {
      onRequest: ({ attempt, headers }) => headers.set("traceparent", `trace-${attempt}`),
      onResponse: ({ attempt, status, requestId }) => told.push([attempt, status, requestId]),
      onRetry: ({ waitMs, failed }) => told.push([waitMs, failed.status]),
    },
  );
  await runtime.run(sinkove.datasets.get(ID));
  expect(told).toEqual([
    [1, 503, "01939ae2-4c1e-7d0a-8f51-0a4f4c7d9b21"],
    [250, 503],
    [2, 200, undefined],
  ]);
  expect(seen.map(({ headers }) => headers.get("traceparent"))).toEqual(["trace-1", "trace-2"]);
});

test("each sent attempt calls either onResponse or onError, including the last one", async () => {
  const told: unknown[] = [];
  const { sinkove, runtime } = setUp(
    (_, index) =>
      index === 0 ? problem(503, "SERVICE_UNAVAILABLE") : Promise.reject(new Error("ECONNRESET")),
    {
      onRequest: ({ attempt }) => told.push(["request", attempt]),
      onResponse: ({ attempt, status }) => told.push(["response", attempt, status]),
      onError: ({ attempt, error, durationMs }) => told.push([attempt, error.code, durationMs]),
      onRetry: ({ attempt }) => told.push(["retry", attempt]),
    },
  );
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(told).toEqual([
    ["request", 1],
    ["response", 1, 503],
    ["retry", 1],
    ["request", 2],
    [2, "CONNECTION_FAILED", 0],
    ["retry", 2],
    ["request", 3],
    [3, "CONNECTION_FAILED", 0],
  ]);
  expect(error.attempts).toHaveLength(3);
});

test.each<[string, SinkoveOptions, number]>([
  ["of an attempt", { timeout: 1000, maxRetries: 0 }, 1000],
  ["of all attempts", { totalTimeout: 500 }, 500],
])("onError is told of a time limit %s, and onRetry of nothing", async (_, options, after) => {
  const told: unknown[] = [];
  const { sinkove, runtime } = setUp(hang, {
    ...options,
    onError: ({ error, durationMs }) => told.push([error.code, durationMs]),
    onRetry: (retry) => told.push(retry),
  });
  await errorOf(runtime.run(sinkove.datasets.get(ID)));
  await turns();
  expect(told).toEqual([["TIMEOUT", after]]);
});

test("onError is called for an aborted request", async () => {
  const controller = new AbortController();
  const told: unknown[] = [];
  const { sinkove } = setUp(hang, { onError: ({ error }) => told.push(error.code) });
  const settled = errorOf(sinkove.me({ signal: controller.signal }));
  controller.abort();
  await settled;
  await turns();
  expect(told).toEqual(["ABORTED"]);
});

test("onRequest is not called for requests that were aborted while the key function ran", async () => {
  const controller = new AbortController();
  const told: string[] = [];
  const { sinkove } = setUp(hang, {
    apiKey: async () => {
      controller.abort();
      return KEY;
    },
    onRequest: () => told.push("request"),
    onError: () => told.push("error"),
  });
  await errorOf(sinkove.me({ signal: controller.signal }));
  await turns();
  expect(told).toEqual(["error"]);
});

test("the debug log says why the last attempt failed", async () => {
  const lines: string[] = [];
  const { sinkove, runtime } = setUp(() => Promise.reject(new Error("ECONNREFUSED")), {
    logLevel: "debug",
    logger: loggerTo((line) => lines.push(line)),
    maxRetries: 0,
  });
  await errorOf(runtime.run(sinkove.me()));
  expect(lines).toEqual([
    "[sinkove] GET http://127.0.0.1:4010/v1/me #1 The connection failed: ECONNREFUSED (0 ms)",
  ]);
});

test("the debug log has a line for each answer and each retry; without it there is none", async () => {
  const lines: string[] = [];
  const logger = loggerTo((line) => lines.push(line));
  const answers = (_: unknown, index: number) =>
    index === 0 ? problem(503, "SERVICE_UNAVAILABLE") : json(dataset());
  const loud = setUp(answers, { logLevel: "debug", logger });
  await loud.runtime.run(loud.sinkove.datasets.get(ID));
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(
    /^\[sinkove\] GET http:\/\/127.0.0.1:4010\/v1\/datasets\/\S+ #1 503; again in 250 ms$/,
  );
  const silent = setUp(answers, { logger });
  await silent.runtime.run(silent.sinkove.datasets.get(ID));
  expect(lines).toHaveLength(3);
});

test("SINKOVE_LOG=debug writes to the standard error, without keys and bodies", async () => {
  vi.stubEnv("SINKOVE_LOG", "debug");
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
  const echo = ({ headers }: Seen) => ({ "x-request-id": headers.get("authorization") ?? "" });
  const { sinkove, runtime } = setUp((seen, index) =>
    index === 0
      ? problem(503, "SERVICE_UNAVAILABLE", { headers: echo(seen) })
      : json({ id: "secret body", key: KEY }, { headers: echo(seen) }),
  );
  const body = { modelId: ID, numSamples: 1, args: { prompt: "secret prompt" } };
  await runtime.run(sinkove.datasets.create(body));
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).toMatch(/^\[sinkove\] POST http:\/\/127\.0\.0\.1:4010\/v1\/datasets #[12] /);
    expect(line).not.toContain("secret");
    expect(line).not.toContain(KEY.slice(13));
  }
  expect(lines.map((line) => / (\d{3})\b/.exec(line)?.[1])).toEqual(["503", "503", "200"]);
});

test.each([undefined, "off", "info"])("SINKOVE_LOG=%s writes nothing", async (level) => {
  vi.stubEnv("SINKOVE_LOG", level);
  const write = vi.spyOn(console, "error").mockImplementation(() => {});
  await setUp(() => json(dataset())).sinkove.datasets.get(ID);
  expect(write).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("an option of a call replaces that of the client", async () => {
  const { sinkove, seen, runtime } = setUp(() => problem(503, "SERVICE_UNAVAILABLE"));
  await runtime.run(sinkove.datasets.get(ID, { maxRetries: 0 }).safe());
  expect(seen).toHaveLength(1);
});

test("a revocation takes the descendants along if they are asked for", async () => {
  const { sinkove, seen } = setUp(() => json({ id: ID, revokedDescendants: [{ id: "child" }] }));
  const { revokedDescendants } = await sinkove.apiKeys.revoke(ID, { descendants: true });
  expect(revokedDescendants.map(({ id }) => id)).toEqual(["child"]);
  expect(JSON.parse(`${seen[0]?.body}`)).toEqual({ descendants: true });
  await sinkove.apiKeys.revoke(ID, undefined, { idempotencyKey: "once" });
  expect(seen[1]?.body).toBeFalsy();
  expect(seen[1]?.headers.get("idempotency-key")).toBe("once");
});
