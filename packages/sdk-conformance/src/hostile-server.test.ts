import { afterEach, expect, test } from "vitest";
import type { Exchange } from "./behaviour.ts";
import { type HostileServer, startHostileServer } from "./hostile-server.ts";

const clock = {
  now: () => 7,
  after(_: number, action: () => void) {
    setImmediate(action);
    return () => {};
  },
};
let server: HostileServer | undefined;
afterEach(() => server?.close());

async function start(...script: Exchange[]): Promise<HostileServer> {
  server = await startHostileServer(script, { clock });
  return server;
}

test("plays exchanges in their order, for each origin its own", async () => {
  const { origins } = await start(
    { status: 200, body: [{ text: "one" }], times: 2 },
    { at: "other", status: 404 },
    { status: 201, json: { at: "{{other}}" } },
  );
  const get = (origin: string) => fetch(`${origin}/x`);
  expect(await (await get(origins.api)).text()).toBe("one");
  expect((await get(origins.other)).status).toBe(404);
  expect(await (await get(origins.api)).text()).toBe("one");
  expect(await (await get(origins.api)).json()).toEqual({ at: origins.other });
  expect((await get(origins.api)).status).toBe(501);
});

test("writes down what arrives, with the time of the clock or of the client", async () => {
  const { origins, requests } = await start({ status: 200, times: "always" });
  await fetch(`${origins.api}/a?b=c`, { method: "POST", body: "hello", headers: { "x-d": "e" } });
  await fetch(origins.other, { headers: { "x-client-time": "1234.5" } }).catch(() => undefined);
  expect(requests).toMatchObject([
    { at: "api", method: "POST", path: "/a?b=c", body: "hello", time: 7, inFlight: 1 },
    { at: "other", method: "GET", path: "/", time: 1234.5 },
  ]);
  expect(requests[0]?.headers["x-d"]).toBe("e");
});

const broken: [string, Exchange][] = [
  ["a reset", { end: "reset" }],
  ["an end without an answer", { end: "cut" }],
  ["what is not HTTP", { raw: "hello\r\n" }],
  ["a body that is cut", { status: 200, body: [{ text: "a" }, { pause: 1 }], end: "cut" }],
  ["a body that is reset", { status: 200, body: [{ text: "a" }, { pause: 1 }], end: "reset" }],
];

test.each(broken)("%s breaks the connection", async (_, exchange) => {
  const { origins } = await start(exchange);
  const read = async () => (await fetch(origins.api)).text();
  await expect(read()).rejects.toThrow(TypeError);
});
