import { StoreUnavailableError } from "@sinkove/api";
import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { createStateMetrics, type StateMetricsOptions } from "./state-metrics.ts";

const QUEUE = { queued: 3, running: 1, oldest: 1000 };

async function read(store: Partial<StateMetricsOptions["store"]>, after = never): Promise<string> {
  const registry = new Registry();
  const complete = { readQueue: async () => QUEUE, ...store };
  await createStateMetrics(registry, { store: complete, clock: () => 5000, after })();
  return registry.metrics();
}

const never = () => new Promise<never>(() => {});

it("reports the queue by the clock of the server", async () => {
  const text = await read({});
  expect(text).toContain("sinkove_database_up 1\n");
  expect(text).toContain('sinkove_datasets_open{state="queued"} 3\n');
  expect(text).toContain('sinkove_datasets_open{state="running"} 1\n');
  expect(text).toContain("sinkove_dataset_queue_age_seconds 4\n");
});

it("reports the queue by the clock of the database", async () => {
  const text = await read({ now: async () => 7000 });
  expect(text).toContain("sinkove_dataset_queue_age_seconds 6\n");
});

it.each([
  ["fails", () => Promise.reject(new StoreUnavailableError("away")), never],
  ["hangs", never, async () => {}],
])("reports no numbers for a database that %s", async (_, readQueue, after) => {
  const text = await read({ readQueue }, after as typeof never);
  expect(text).toContain("sinkove_database_up 0\n");
  expect(text).not.toMatch(/^sinkove_datasets_open\{/m);
  expect(text).not.toMatch(/^sinkove_dataset_queue_age_seconds/m);
});

it("reports the connections of each pool", async () => {
  const pools = () => [{ name: "read", most: 5, used: 2, idle: 1, pending: 4 } as const];
  const text = await read({ pools });
  const name = 'db_client_connection_pool_name="read"';
  expect(text).toContain(`db_client_connection_max{${name}} 5\n`);
  expect(text).toContain(`db_client_connection_pending_requests{${name}} 4\n`);
  const count = "db_client_connection_count";
  expect(text).toContain(`${count}{${name},db_client_connection_state="used"} 2\n`);
  expect(text).toContain(`${count}{${name},db_client_connection_state="idle"} 1\n`);
});
