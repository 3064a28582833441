import { expect, test } from "vitest";
import { metricsUrlOf, readMetrics } from "./metrics.ts";
import { createFolder, start } from "./server-process.ts";

const VARIABLES = { SINKOVE_METRICS_PORT: "0" };

test("counts requests by route and status, and refusals by code", async () => {
  const server = await start(createFolder(), VARIABLES);
  await server.get("/v1/models");
  await server.get("/models");
  await server.get("/v1/datasets/01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2");
  await server.get("/v1/datasets/01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", { method: "HEAD" });
  await server.get("/v1/models", { headers: {} });
  await server.get("/console/");
  const text = await readMetrics(server);
  const count = (method: string, route: string, status: number) =>
    `http_server_request_duration_seconds_count{http_request_method="${method}",http_route="${route}",http_response_status_code="${status}"}`;
  expect(text).toContain(`${count("GET", "/models", 200)} 2\n`);
  expect(text).toContain(`${count("GET", "/datasets/{datasetId}", 404)} 1\n`);
  expect(text).toContain(`${count("HEAD", "/datasets/{datasetId}", 404)} 1\n`);
  expect(text).toContain(`${count("GET", "/console", 200)} 1\n`);
  expect(text).toContain('sinkove_refusals_total{code="INVALID_API_KEY",reason="missing"} 1\n');
});

test("answers on a port of its own, and nothing but metrics", async () => {
  const server = await start(createFolder(), VARIABLES);
  const url = metricsUrlOf(server);
  const response = await fetch(url);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/);
  expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
  expect((await fetch(url, { method: "POST" })).status).toBe(404);
  expect((await fetch(new URL("/v1/models", url))).status).toBe(404);
  expect((await server.get("/metrics")).status).toBe(404);
  expect((await server.kill("SIGTERM")).code).toBe(0);
});

test("serves no metrics unless a port is set", async () => {
  const server = await start(createFolder());
  expect(server.output().stdout).not.toContain("serving metrics");
});
