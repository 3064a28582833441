import { expect, test } from "vitest";
import { createHost, createRequestLog, type HostOptions } from "./host.ts";
import { createLog } from "./log.ts";

function hostWith(options: Partial<HostOptions>): (path: string) => Promise<Response> {
  const host = createHost({
    api: async () => new Response("api"),
    checkStore: async () => undefined,
    isStopping: () => false,
    corsOrigins: [],
    onError: () => {},
    ...options,
  });
  return (path) => host(new Request(`http://localhost${path}`));
}

test("is ready while the store answers", async () => {
  expect((await hostWith({})("/readyz")).status).toBe(200);
});

test("is alive, and not ready, while the store does not answer", async () => {
  const get = hostWith({ checkStore: () => Promise.reject(new Error("away")) });
  expect((await get("/readyz")).status).toBe(503);
  expect((await get("/healthz")).status).toBe(200);
});

test("is not ready while it stops, and closes connections", async () => {
  const get = hostWith({ isStopping: () => true });
  const response = await get("/readyz");
  expect(response.status).toBe(503);
  expect(response.headers.get("connection")).toBe("close");
});

test("answers a failure without showing it", async () => {
  const errors: unknown[] = [];
  const failure = new Error("canary");
  const get = hostWith({
    api: () => Promise.reject(failure),
    onError: (error) => errors.push(error),
  });
  const response = await get("/v1/me");
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("canary");
  expect(errors).toEqual([failure]);
});

test("logs a request once, with its duration and what the API says of it", async () => {
  const lines: string[] = [];
  const log = createLog({ level: "info", write: (line) => lines.push(line), clock: () => 0 });
  let time = 0;
  const requests = createRequestLog(log, () => time);
  const requestId = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";
  const api = requests.around(async () => {
    time += 12.5;
    const entry = { level: "info", message: "request", requestId, operationId: "getMe" } as const;
    requests.entry({ ...entry, apiKeyId: "a key's id", status: 200 });
    return new Response(null, { headers: { "X-Request-ID": requestId } });
  });
  await api(new Request("http://localhost/v1/me?canary"));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      time: "1970-01-01T00:00:00.000Z",
      level: "info",
      message: "request",
      requestId,
      method: "GET",
      operationId: "getMe",
      status: 200,
      durationMs: 12.5,
      apiKeyId: "a key's id",
    },
  ]);
});
