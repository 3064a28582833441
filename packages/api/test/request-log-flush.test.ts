import { expect, it } from "vitest";
import type { Store } from "../src/index.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { createWorld, type World } from "./client.ts";

/** Creates a store in which writes of requests or usage can be made to fail. */
function breakable(): Store & { broken: "addRequests" | "addUsage" | undefined } {
  const store = createMemoryStore();
  const away = () => Promise.reject(new Error("away"));
  return {
    ...store,
    broken: undefined,
    addRequests(...args) {
      return this.broken === "addRequests" ? away() : store.addRequests(...args);
    },
    addUsage(...args) {
      return this.broken === "addUsage" ? away() : store.addUsage(...args);
    },
  };
}

async function storedBy({ store, accountId }: World): Promise<[requests: number, usage: number]> {
  const all = { accountId, within: null, from: 0 };
  const requests = await store.listRequests(all, { limit: 100 });
  const usage = await store.listUsage({
    ...all,
    to: Number.MAX_SAFE_INTEGER,
    interval: Number.MAX_SAFE_INTEGER,
  });
  return [requests.length, usage.length];
}

it("writes usage if requests cannot be written, and requests if usage cannot", async () => {
  for (const broken of ["addRequests", "addUsage"] as const) {
    const store = breakable();
    const world = await createWorld({ store });
    await world.call("listModels");
    store.broken = broken;
    await expect(world.api.flush()).rejects.toThrow("away");
    expect(await storedBy(world)).toEqual(broken === "addRequests" ? [0, 1] : [1, 0]);
    store.broken = undefined;
    await world.api.flush();
    expect(await storedBy(world)).toEqual([1, 1]);
  }
});

it("writes what was recorded when it is closed", async () => {
  const world = await createWorld();
  await world.call("listModels");
  expect(await storedBy(world)).toEqual([0, 0]);
  await world.api.close();
  expect(await storedBy(world)).toEqual([1, 1]);
});

it("handles requests even if they cannot be recorded", async () => {
  const store = breakable();
  const { call, api } = await createWorld({ store });
  store.broken = "addRequests";
  for (let times = 0; times < 3; times++) {
    expect((await call("listModels")).status).toBe(200);
    await expect(api.flush()).rejects.toThrow("away");
  }
  store.broken = undefined;
  expect((await call("listRequests")).body).toHaveLength(3);
});
