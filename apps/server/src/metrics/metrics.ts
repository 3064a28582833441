import { setTimeout } from "node:timers/promises";
import type { HttpHandler, JobLogEntry, LogEntry, Store, WebhookLogEntry } from "@sinkove/api";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { VERSION } from "../version.ts";
import { createJobMetrics } from "./job-metrics.ts";
import { createRequestMetrics } from "./request-metrics.ts";
import { createStateMetrics } from "./state-metrics.ts";
import { measureStore } from "./store-metrics.ts";
import { createWebhookMetrics } from "./webhook-metrics.ts";

/** The metrics of the service. */
export interface Metrics {
  /** The same store, measured. */
  readonly store: Store;
  /** Counts a request, from the API's log line. */
  readonly recordRequest: (entry: LogEntry) => void;
  /** Counts a dataset, from a worker's log line. */
  readonly recordJob: (entry: JobLogEntry) => void;
  /** Counts a delivery attempt, from a deliverer's log line. */
  readonly recordWebhook: (entry: WebhookLogEntry) => void;
  /** Counts the requests of a handler outside of the API as one route. */
  readonly measure: (route: string, handler: HttpHandler) => HttpHandler;
  /** All metrics in the Prometheus text format. */
  readonly read: () => Promise<string>;
  readonly contentType: string;
}

/**
 * Measures the service. Metrics have the names of OpenTelemetry's semantic conventions if there are any. The values of
 * each label come from a fixed list, never from an id, a path or other input of clients.
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
