import type { HttpHandler, JobLogEntry, LogEntry, Store, WebhookLogEntry } from "@sinkove/api";
import type { Configuration } from "../configuration.ts";
import type { Log } from "../log.ts";

/** Measures the parts of the service. Without a port for metrics, nothing is measured. */
export interface Instruments {
  readonly store: Store;
  readonly logRequest: (entry: LogEntry) => void;
  readonly logJob: (entry: JobLogEntry) => void;
  readonly logWebhook: (entry: WebhookLogEntry) => void;
  /** Measures a handler outside of the API. All of its requests count as one route. */
  readonly measure: (route: string, handler: HttpHandler) => HttpHandler;
  /**
   * Starts serving the metrics.
   *
   * @returns a function that stops it
   * @throws StartError if the port cannot be used
   */
  readonly serve: () => Promise<() => void>;
}

/** Creates instruments that measure the service if the configuration asks for it. */
export async function createInstruments(
  { metrics: place }: Pick<Configuration, "metrics">,
  { store, log }: { readonly store: Store; readonly log: Log },
): Promise<Instruments> {
  const { write } = log;
  if (!place) {
    const measure: Instruments["measure"] = (_route, handler) => handler;
    const logs = { logRequest: write, logJob: write, logWebhook: write };
    return { store, ...logs, measure, serve: async () => () => {} };
  }
  const { createMetrics } = await import("./metrics.ts");
  const { startMetricsServer } = await import("./metrics-server.ts");
  const metrics = createMetrics(store);
  return {
    store: metrics.store,
    logRequest(entry) {
      metrics.recordRequest(entry);
      write(entry);
    },
    logJob(entry) {
      metrics.recordJob(entry);
      write(entry);
    },
    logWebhook(entry) {
      metrics.recordWebhook(entry);
      write(entry);
    },
    measure: metrics.measure,
    async serve() {
      const { url, stop } = await startMetricsServer(metrics, place, log);
      log.info("serving metrics", { url: `${url}/metrics` });
      return stop;
    },
  };
}
