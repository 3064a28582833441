import { setTimeout } from "node:timers/promises";
import type { HttpHandler, JobLogEntry, LogEntry, Store, WebhookLogEntry } from "@sinkove/api";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { VERSION } from "../version.ts";
import { createJobMetrics } from "./job-metrics.ts";
import { createRequestMetrics } from "./request-metrics.ts";
import { createStateMetrics } from "./state-metrics.ts";
import { measureStore } from "./store-metrics.ts";
import { createWebhookMetrics } from "./webhook-metrics.ts";

/** What the service measures. */
export interface Metrics {
  /** The same store, measured. */
  readonly store: Store;
  /** Counts a request by the API's line in the log. */
  readonly recordRequest: (entry: LogEntry) => void;
  /** Counts a dataset by a worker's line in the log. */
  readonly recordJob: (entry: JobLogEntry) => void;
  /** Counts an attempt by a deliverer's line in the log. */
  readonly recordWebhook: (entry: WebhookLogEntry) => void;
  /** Counts the requests of a handler that is not the API's, all under one route. */
  readonly measure: (route: string, handler: HttpHandler) => HttpHandler;
  /** All metrics in the text format of Prometheus. */
  readonly read: () => Promise<string>;
  readonly contentType: string;
}

/**
 * Measures the service, under the names of OpenTelemetry's semantic conventions where they have one. The values of
 * every label come from a fixed list: none is an id, a path or anything else that a client chooses.
 */
export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const build = { name: "sinkove_build_info", help: "Always 1; the label has the version." };
  new Gauge({ ...build, labelNames: ["version"], registers: [registry] }).set(
    { version: VERSION },
    1,
  );
  const { record, measure } = createRequestMetrics(registry);
  const after = (milliseconds: number) => setTimeout(milliseconds, undefined, { ref: false });
  const update = createStateMetrics(registry, { store, clock: Date.now, after });
  return {
    store: measureStore(store, registry),
    recordRequest: record,
    recordJob: createJobMetrics(registry),
    recordWebhook: createWebhookMetrics(registry),
    measure,
    contentType: registry.contentType,
    async read() {
      await update();
      return registry.metrics();
    },
  };
}
