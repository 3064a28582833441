import { type Store, StoreUnavailableError } from "@sinkove/api";
import { createMemoryStore } from "@sinkove/api/store/memory";
import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { measureStore } from "./store-metrics.ts";

const COUNT = "db_client_operation_duration_seconds_count";

function measure(methods: Partial<Store>) {
  const registry = new Registry();
  return { registry, store: measureStore({ ...createMemoryStore(), ...methods }, registry) };
}

it("counts what the database answered, and what it did not", async () => {
  const { registry, store } = measure({
    ping: () => Promise.reject(new StoreUnavailableError("away")),
    write: () => Promise.reject(new TypeError("refused by a rule")),
  });
  await store.findApiKey("a", "b");
  await expect(store.ping()).rejects.toThrow("away");
  await expect(store.write({ accountId: "a" }, async () => {})).rejects.toThrow("by a rule");
  const text = await registry.metrics();
  expect(text).toContain(`${COUNT}{db_operation_name="findApiKey",error_type=""} 1\n`);
  expect(text).toContain(`${COUNT}{db_operation_name="ping",error_type="unavailable"} 1\n`);
  expect(text).toContain(`${COUNT}{db_operation_name="write",error_type=""} 1\n`);
});

it("leaves out what is answered from memory", async () => {
  const { registry, store } = measure({ findCredentials: () => undefined });
  expect(store.findCredentials("hash")).toBeUndefined();
  expect(await registry.metrics()).not.toContain("findCredentials");
});
