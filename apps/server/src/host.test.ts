import { toFetch } from "@sinkove/api";
import { expect, test } from "vitest";
import { createHost, type HostOptions } from "./host.ts";

function hostWith(options: Partial<HostOptions>): (path: string) => Promise<Response> {
  const handle = createHost({
    api: async () => ({ status: 200, headers: {}, body: "api" }),
    isStoreReady: async () => true,
    isStopping: () => false,
    corsOrigins: [],
    ...options,
  });
  const fetch = toFetch(handle);
  return (path) => fetch(new Request(`http://localhost${path}`));
}

test("is ready while the store answers", async () => {
  expect((await hostWith({})("/readyz")).status).toBe(200);
});

test("is alive, and not ready, while the store does not answer", async () => {
  const get = hostWith({ isStoreReady: async () => false });
  expect((await get("/readyz")).status).toBe(503);
  expect((await get("/healthz")).status).toBe(200);
});

test("is not ready while it stops, and closes connections", async () => {
  const get = hostWith({ isStopping: () => true });
  const response = await get("/readyz");
  expect(response.status).toBe(503);
  expect(response.headers.get("connection")).toBe("close");
});
