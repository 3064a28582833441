import { createApi } from "@sinkove/api";
import { createMemoryStore } from "@sinkove/api/store/memory";
import { generateApiKey } from "@sinkove/api-key";
import { operations } from "@sinkove/contract";
import fc from "fast-check";
import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { parseMetrics, whyNoParser } from "../../test/metrics.ts";
import { createHost } from "../host.ts";
import { createRequestMetrics } from "./request-metrics.ts";

const segment = fc.stringMatching(/^[\w-]{1,40}$/);

const requests = fc.record({
  path: fc.oneof(
    fc.webPath(),
    segment.map((id) => `/v1/datasets/${id}`),
    segment.map((id) => `/organizations/${id}/datasets`),
    segment.map((id) => `/auth/${id}`),
    segment.map((id) => `/console/${id}`),
  ),
  method: fc.oneof(
    fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
    fc.stringMatching(/^[A-Z]{1,12}$/),
  ),
});

/** The service without sockets, and its metrics. */
function createService() {
  const registry = new Registry();
  const { record, measure } = createRequestMetrics(registry);
  const api = createApi({
    store: createMemoryStore(),
    secret: "fake-secret-of-more-than-32-characters",
    environment: "live",
    // The clock stands still, so that no limit is refilled, however slow the machine is.
    clock: () => Date.UTC(2026, 10, 24),
    failedAuthentications: { limit: 1000, windowSeconds: 60 },
    log: record,
  });
  const other = async () => ({ status: 200, headers: {}, body: "" });
  const handle = createHost({
    api: api.handle,
    auth: measure("/auth", other),
    console: measure("/console", other),
    isStoreReady: async () => true,
    isStopping: () => false,
    corsOrigins: [],
  });
  return { registry, handle };
}

const obstacle = await whyNoParser();
const title = "keeps every label within its list under 10,000 random paths, methods and keys";

it.skipIf(obstacle)(obstacle ? `${title} (${obstacle})` : title, { timeout: 120_000 }, async () => {
  const { registry, handle } = createService();
  const address = { address: "192.0.2.7", network: "192.0.2.7" };
  for (const { path, method } of fc.sample(requests, 10_000)) {
    const headers = new Headers({ Authorization: `Bearer ${generateApiKey("live")}` });
    const url = `http://localhost${path.startsWith("/") ? path : `/${path}`}`;
    await handle({ method, url, headers, ...address, readBody: async () => new Uint8Array() });
  }
  const series = await parseMetrics(await registry.metrics());
  const counted = series.get("http_server_request_duration_seconds_count") ?? [];
  const all = Object.values(operations);
  const routes = ["", "/auth", "/console", ...all.map(({ path }) => path)];
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "_OTHER"];
  for (const labels of counted) {
    expect(routes).toContain(labels.http_route);
    expect(methods).toContain(labels.http_request_method);
    expect(["200", "401", "404", "405", "429"]).toContain(labels.http_response_status_code);
  }
  const codes = all.flatMap(({ errors }) => Object.values(errors).flat());
  const refusals = series.get("sinkove_refusals_total") ?? [];
  expect(refusals.map(({ code }) => code)).toContain("RATE_LIMIT_EXCEEDED");
  for (const { code } of refusals)
    expect(["NOT_FOUND", "METHOD_NOT_ALLOWED", ...codes]).toContain(code);
  expect(counted.length).toBeLessThan(60);
});
