import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";
import { refusalOf } from "../src/server/control-access.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const key = () => ({ authorization: `Bearer ${sandbox.apiKey}` });

test("any page may call the API without cookies, and read its headers", async () => {
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
    [
      "a request of a page from elsewhere that hides its origin",
      { "sec-fetch-site": "cross-site" },
      403,
    ],
    ["a name that was rebound to this machine (DNS rebinding)", { host: "evil.example" }, 403],
    [
      "a script or a frame of a page from elsewhere",
      { "sec-fetch-site": "cross-site", "sec-fetch-dest": "iframe" },
      403,
    ],
    [
      "a link that was followed",
      { "sec-fetch-site": "cross-site", "sec-fetch-dest": "document" },
      200,
    ],
    ["a page on this machine", { origin: "http://localhost:3000" }, 200],
    [
      "a page on this machine under another of its names",
      { origin: "http://localhost:5173", "sec-fetch-site": "cross-site" },
      200,
    ],
    [
      "a page on this machine with HTTPS",
      { origin: "https://app.localhost", "sec-fetch-site": "cross-site" },
      200,
    ],
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
    const refusal = refusalOf({ method: "GET", address, headers }, undefined);
    expect(refusal === undefined).toBe(isAllowed);
  });

  test("tell a page from elsewhere why it is refused", async () => {
    const headers = { origin: "https://evil.example" };
    const refused = await statusOf(`${sandbox.baseUrl}/_sandbox/clock`, { headers });
    expect(refused.headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("the control token", () => {
  const TOKEN = "a-token-of-24-characters";
  const elsewhere = { address: "172.17.0.1", host: "mock:4010" };
  /** Returns why a request is refused, given the token that it sends and the server's own. */
  const refusal = (
    { address, host, ...more }: Record<string, string>,
    { sent, own }: { sent?: string; own?: string },
  ) => {
    const headers = new Headers({ host: host ?? "127.0.0.1", ...more });
    if (sent !== undefined) headers.set("Sinkove-Control-Token", sent);
    return refusalOf({ method: "POST", address, headers }, own);
  };

  test.each([
    ["another machine", elsewhere],
    [
      "another machine that forwards a loopback name",
      { address: "172.17.0.1", host: "127.0.0.1:4010" },
    ],
    ["a page of another host", { address: "127.0.0.1", origin: "https://ci.example" }],
  ])("opens the controls to %s, and nothing else does", (_, sender) => {
    expect(refusal(sender, { sent: TOKEN, own: TOKEN })).toBeUndefined();
    expect(refusal(sender, { own: TOKEN })).toBeDefined();
    expect(refusal(sender, { sent: `${TOKEN}0`, own: TOKEN })).toContain("is wrong");
    expect(refusal(sender, { sent: "", own: TOKEN })).toContain("is wrong");
    expect(refusal(sender, { sent: TOKEN })).toContain("has no control token");
  });

  test("is not needed on the machine itself, but a wrong one is refused there too", () => {
    const here = { address: "127.0.0.1" };
    expect(refusal(here, { own: TOKEN })).toBeUndefined();
    expect(refusal(here, { sent: "wrong", own: TOKEN })).toContain("is wrong");
  });

  test("is named by the refusal that it would have avoided", () => {
    expect(refusal(elsewhere, {})).toContain("Start the mock server with --control-token");
    expect(refusal(elsewhere, { own: TOKEN })).toContain("Send the control token");
  });

  test("may be sent by a page", async () => {
    const asks = { origin: "https://ci.example", "access-control-request-method": "POST" };
    const url = `${sandbox.baseUrl}/_sandbox/clock`;
    const preflight = await statusOf(url, { method: "OPTIONS", headers: asks });
    expect(preflight.headers["access-control-allow-headers"]).toContain("Sinkove-Control-Token");
  });

  test("is redacted in the journal if it is sent to the API", async () => {
    const world = await sandbox.newWorld();
    await world.fetch("/v1/me", {
      headers: { authorization: `Bearer ${world.apiKey}`, "Sinkove-Control-Token": TOKEN },
    });
    expect(world.journal.list()).toHaveLength(1);
    expect(JSON.stringify(world.journal.list())).not.toContain(TOKEN);
  });
});

test("127.0.0.1, [::1] and localhost reach the server", async () => {
  const { port } = new URL(sandbox.baseUrl);
  for (const host of ["127.0.0.1", ...(hasIpv6() ? ["[::1]"] : []), "localhost"]) {
    const origin = `http://${host}:${port}`;
    expect((await fetch(`${origin}/v1/me`, { headers: key() })).status).toBe(200);
    const facts = await (await fetch(`${origin}/_sandbox/worlds`)).json();
    expect(facts.url).toBe(origin);
  }
});

test("a port that another program has on [::1] is in use: localhost would lead there", async () => {
  const host = hasIpv6() ? "::1" : "127.0.0.1";
  const blocker = createServer().listen(0, host);
  await once(blocker, "listening");
  const { port } = blocker.address() as AddressInfo;
  await expect(createSandbox({ port })).rejects.toThrow(`port ${port} is in use`);
  blocker.close();
  await using later = await createSandbox({ port });
  expect(new URL(later.baseUrl).port).toBe(`${port}`);
});

function hasIpv6(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .some((each) => each?.address === "::1");
}

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

/** Sends a request with any headers. `fetch` does not let programs set Host or Origin. */
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
