import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { createListener, type ListenerOptions } from "./listener.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(handle: ListenerOptions["handle"]) {
  const errors: [string, unknown][] = [];
  const onError: ListenerOptions["onError"] = (error, what) => errors.push([what, error]);
  const started = createServer(createListener({ handle, onError }));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = started.address() as AddressInfo;
  return { errors, get: () => fetch(`http://127.0.0.1:${port}/`) };
}

it("answers a failure without showing it", async () => {
  const failure = new Error("canary");
  const { errors, get } = await serve(() => Promise.reject(failure));
  const response = await get();
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("canary");
  expect(errors).toEqual([["request failed", failure]]);
});

it("closes the connection where a body breaks off, and tells why", async () => {
  const failure = new Error("disk");
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.error(failure),
  });
  const headers = { "Content-Length": "10" };
  const { errors, get } = await serve(async () => ({ status: 200, headers, body }));
  await expect(get().then((response) => response.arrayBuffer())).rejects.toThrow();
  expect(errors).toEqual([["response broke off", failure]]);
});

it("says how long a text is, in bytes", async () => {
  const { get } = await serve(async () => ({ status: 200, headers: {}, body: "é" }));
  expect((await get()).headers.get("Content-Length")).toBe("2");
});
