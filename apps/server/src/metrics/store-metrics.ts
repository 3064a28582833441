import type { Store } from "@sinkove/api";
import { StoreUnavailableError } from "@sinkove/api";
import type { Registry } from "prom-client";
import { type Cell, GatheredHistogram } from "./gathered-histogram.ts";

/** Upper bounds in seconds: OpenTelemetry's for databases and two smaller ones. */
const BUCKETS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

/**
 * A store whose calls are measured, except those that are answered from memory. `write` includes the time that the
 * request's own rules take within the transaction.
 */
export function measureStore(store: Store, registry: Registry): Store {
  const durations = new GatheredHistogram<"db_operation_name" | "error_type">({
    name: "db_client_operation_duration_seconds",
    help: "Time that the database took, by the store's method. error_type is unavailable if it did not answer.",
    buckets: BUCKETS,
    registry,
  });
  const methods = Object.entries(store).map(([name, method]) => {
    if (UNMEASURED.has(name)) return [name, method] as const;
    const cellOf = (error_type: string) => durations.cell({ db_operation_name: name, error_type });
    return [name, measured(method, cellOf)] as const;
  });
  return Object.fromEntries(methods) as unknown as Store; // the same names and signatures
}

/** Methods that do not call the database. */
const UNMEASURED: ReadonlySet<string> = new Set(["close", "pools"]);

type Method = (...args: readonly unknown[]) => unknown;

function measured(method: Method, cellOf: (errorType: string) => Cell): Method {
  // Created on first use: series of methods that are never called would be most of the output.
  let answered: Cell | undefined;
  let unavailable: Cell | undefined;
  const add = (startedAt: number, error?: unknown): void => {
    const seconds = (performance.now() - startedAt) / 1000;
    if (error instanceof StoreUnavailableError) {
      unavailable ??= cellOf("unavailable");
      unavailable.add(seconds);
    } else {
      answered ??= cellOf("");
      answered.add(seconds);
    }
  };
  return (...args) => {
    const startedAt = performance.now();
    const result = method(...args);
    if (!(result instanceof Promise)) return result;
    return result.then(
      (value) => {
        add(startedAt);
        return value;
      },
      (error: unknown) => {
        add(startedAt, error);
        throw error;
      },
    );
  };
}
