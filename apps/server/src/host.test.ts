import { toFetch } from "@sinkove/api";
import { expect, test } from "vitest";
import { createHost, type HostOptions } from "./host.ts";

function hostWith(options: Partial<HostOptions>): (path: string) => Promise<Response> {
  const handle = createHost({
    api: async () => ({ status: 200, headers: {}, body: "api" }),
    auth: async () => ({ status: 200, headers: {}, body: "auth" }),
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

test.each([
  ["/auth", "auth"],
  ["/auth/profile", "auth"],
  ["/auth?a=b", "auth"],
  ["/console", "console"],
  ["/console/sign-in", "console"],
  ["/authors", "api"],
  ["/v1/auth", "api"],
  ["/healthz/more", "api"],
  ["/v1/healthz", "api"],
  ["/", "api"],
])("leads %s to the %s", async (path, expected) => {
  const get = hostWith({ console: async () => ({ status: 200, headers: {}, body: "console" }) });
  expect(await (await get(path)).text()).toBe(expected);
});

test("leaves the console's paths to the API if there is no console", async () => {
  expect(await (await hostWith({})("/console")).text()).toBe("api");
});
