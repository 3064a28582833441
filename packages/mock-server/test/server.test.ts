import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";
import { refusalOf } from "../src/server/local-only.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const key = () => ({ authorization: `Bearer ${sandbox.apiKey}` });

test("any page may call the API, with no cookies, and read its headers", async () => {
  const url = `${sandbox.baseUrl}/v1/me`;
  const asks = { origin: "https://docs.example", "access-control-request-method": "GET" };
  const preflight = await statusOf(url, { method: "OPTIONS", headers: asks });
  expect([preflight.status, preflight.headers["access-control-allow-origin"]]).toEqual([204, "*"]);
  expect(preflight.headers["access-control-allow-credentials"]).toBeUndefined();
  const answer = await statusOf(url, { headers: { ...key(), origin: "https://docs.example" } });
  expect(answer.headers["access-control-allow-origin"]).toBe("*");
  expect(answer.headers["access-control-expose-headers"]).toContain("RateLimit");
});

describe("the controls", () => {
  test.each([
    ["a page from elsewhere", { origin: "https://evil.example" }, 403],
    ["a page with no origin of its own", { origin: "null" }, 403],
    ["a link on a page from elsewhere", { "sec-fetch-site": "cross-site" }, 403],
    ["a name that was bound anew to this machine", { host: "evil.example" }, 403],
    ["a page on this machine", { origin: "http://localhost:3000" }, 200],
    ["a program on this machine", {}, 200],
  ])("answer %s as they should", async (_, headers, status) => {
    const answer = await statusOf(`${sandbox.baseUrl}/_sandbox/clock`, { headers });
    expect(answer.status).toBe(status);
  });

  test.each([
    ["127.0.0.1", true],
    ["::1", true],
    ["::ffff:127.0.0.1", true],
    ["192.168.1.5", false],
    ["::ffff:10.0.0.1", false],
    [undefined, false],
  ])("for a connection from %s: %s", (address, isAllowed) => {
    const headers = new Headers({ host: "127.0.0.1:4010" });
    expect(refusalOf({ address, headers }) === undefined).toBe(isAllowed);
  });
});

test("a reset and a broken body are such on the wire", async () => {
  const world = await sandbox.newWorld();
  const headers = { authorization: `Bearer ${world.apiKey}` };
  const url = `${sandbox.baseUrl}/v1/me`;
  world.faults.add({ action: "reset", times: 1 });
  await expect(fetch(url, { headers })).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  world.faults.add({ action: "truncate", times: 1 });
  const response = await fetch(url, { headers });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow("terminated");
  expect((await fetch(url, { headers })).status).toBe(200);
});

/** As `fetch` would, which does not let a program choose its Host or its Origin. */
function statusOf(url: string, init: { method?: string; headers: Record<string, string> }) {
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const sent = request(url, init, (response) => {
        response.resume();
        resolve({ status: response.statusCode, headers: response.headers });
      });
      sent.on("error", reject).end();
    },
  );
}
