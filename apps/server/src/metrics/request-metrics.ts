import type { HttpHandler, LogEntry } from "@sinkove/api";
import { andThen } from "@sinkove/api";
import { operations } from "@sinkove/contract";
import { Counter, type Registry } from "prom-client";
import { type Cell, GatheredHistogram } from "./gathered-histogram.ts";

/** Counts requests. */
export interface RequestMetrics {
  /** Counts what the API logs about a request. Ignores other lines. */
  readonly record: (entry: LogEntry) => void;
  /** Counts the requests of a handler outside of the API as one route. */
  readonly measure: (route: string, handler: HttpHandler) => HttpHandler;
}

/** Upper bounds in seconds: OpenTelemetry's and three smaller ones. */
const BUCKETS = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/** The methods that OpenTelemetry names. Clients can send others, and each would create a series. */
const METHODS: ReadonlySet<string> = new Set([
  ...["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"],
]);

/** The labels of a request, with OpenTelemetry's names (semantic conventions, HTTP server metrics). */
interface Labels {
  readonly http_request_method: string;
  /** The path template; empty if no path matches. */
  readonly http_route: string;
  readonly http_response_status_code: number;
}

/** Counts requests by operation and status, and refusals by code. No label contains input of clients. */
export function createRequestMetrics(registry: Registry): RequestMetrics {
  const durations = new GatheredHistogram<keyof Labels>({
    name: "http_server_request_duration_seconds",
    help: "Time from a request's arrival until its response is ready.",
    buckets: BUCKETS,
    registry,
  });
  const refusals = new Counter({
    name: "sinkove_refusals_total",
    help: "Requests that the API refused or failed, by error code and reason.",
    labelNames: ["code", "reason"],
    registers: [registry],
  });
  const cellOf = createCells(durations);
  return {
    record({ method, operationId, status, code, reason, durationMs }) {
      if (method === undefined || status === undefined || durationMs === undefined) return;
      cellOf(method, operationId, status).add(durationMs / 1000);
      if (code !== undefined) refusals.inc({ code, reason: reason ?? "" });
    },
    measure: (route, handler) => (request) => {
      const startedAt = performance.now();
      return andThen(handler(request), (response) => {
        cellOf(request.method, route, response.status).add((performance.now() - startedAt) / 1000);
        return response;
      });
    },
  };
}

/** Finds the cell of a request without building a key text. `place` is an operation's id or a route. */
function createCells(
  durations: GatheredHistogram<keyof Labels>,
): (method: string, place: string | undefined, status: number) => Cell {
  const cells = new Map<string, Map<string | undefined, Map<number, Cell>>>();
  return (sent, place, status) => {
    const method = METHODS.has(sent) ? sent : "_OTHER";
    const byStatus = inner(inner(cells, method), place);
    const known = byStatus.get(status);
    if (known) return known;
    const cell = durations.cell({
      http_request_method: method,
      http_route: routeOf(place),
      http_response_status_code: status,
    });
    byStatus.set(status, cell);
    return cell;
  };
}

function inner<Key, InnerKey, Value>(
  map: Map<Key, Map<InnerKey, Value>>,
  key: Key,
): Map<InnerKey, Value> {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<InnerKey, Value>();
  map.set(key, made);
  return made;
}

function routeOf(place = ""): string {
  return Object.values(operations).find(({ id }) => id === place)?.path ?? place;
}
