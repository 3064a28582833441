import type { JobQueue, Store } from "@sinkove/api";
import { Gauge, type Registry } from "prom-client";

/** The sources that are read for each scrape. */
export interface StateMetricsOptions {
  readonly store: Pick<Store, "readQueue" | "pools" | "now">;
  /** Milliseconds since 1970; used if the database has no clock. */
  readonly clock: () => number;
  /** Resolves after this many milliseconds. */
  readonly after: (milliseconds: number) => Promise<unknown>;
}

/** The time limit of the database in milliseconds: a scrape must not wait for a database that hangs. */
const WITHIN = 2000;

/**
 * Metrics of the queue and the connections.
 *
 * @returns a function that reads the state again, for each scrape; it never rejects
 */
export function createStateMetrics(
  registry: Registry,
  options: StateMetricsOptions,
): () => Promise<void> {
  const isUp = gauge(registry, "sinkove_database_up", "1 if the database answered, otherwise 0.");
  const open = gauge(
    registry,
    "sinkove_datasets_open",
    "Datasets of all organizations that are not finished: queued, or running in a worker.",
    ["state"],
  );
  const age = gauge(
    registry,
    "sinkove_dataset_queue_age_seconds",
    "Time since the oldest queued dataset was created; 0 if none is queued.",
  );
  const updatePools = createPoolMetrics(registry, options.store);
  return async () => {
    const queue = await readQueue(options);
    isUp.set(queue ? 1 : 0);
    // Report no value: unknown is not the same as 0.
    open.reset();
    age.remove();
    if (queue) {
      open.set({ state: "queued" }, queue.queued);
      open.set({ state: "running" }, queue.running);
      age.set(queue.oldest === null ? 0 : Math.max(0, queue.now - queue.oldest) / 1000);
    }
    updatePools();
  };
}

/** Undefined if the database does not respond. */
async function readQueue(
  options: StateMetricsOptions,
): Promise<(JobQueue & { readonly now: number }) | undefined> {
  const { store, clock, after } = options;
  const read = async () => {
    const now = store.now ? await store.now() : clock();
    return { ...(await store.readQueue(now)), now };
  };
  return Promise.race([read().catch(() => undefined), after(WITHIN).then(() => undefined)]);
}

/** Connections by pool and state, with OpenTelemetry's names. A database in a file has none. */
function createPoolMetrics(registry: Registry, { pools }: Pick<Store, "pools">): () => void {
  if (!pools) return () => {};
  const pool = "db_client_connection_pool_name";
  const state = "db_client_connection_state";
  const names = [pool];
  const count = gauge(registry, "db_client_connection_count", "Connections to the database.", [
    pool,
    state,
  ]);
  const most = gauge(registry, "db_client_connection_max", "The most connections.", names);
  const pending = gauge(
    registry,
    "db_client_connection_pending_requests",
    "Statements that wait for a connection.",
    names,
  );
  return () => {
    for (const each of pools()) {
      const name = { [pool]: each.name };
      count.set({ ...name, [state]: "used" }, each.used);
      count.set({ ...name, [state]: "idle" }, each.idle);
      most.set(name, each.most);
      pending.set(name, each.pending);
    }
  };
}

function gauge<Name extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly Name[] = [],
): Gauge<Name> {
  return new Gauge({ name, help, labelNames, registers: [registry] });
}
