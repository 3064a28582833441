import { createHook } from "node:async_hooks";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { generate } from "selfsigned";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ResolveHost } from "./resolve-host.ts";
import {
  createWebhookSender,
  createWebhookUrlFault,
  type WebhookSenderOptions,
} from "./send-webhook.ts";

const BODY = '{"prompt":"Röntgen"}';

async function listen(server: Pick<Server, "listen" | "close" | "address">): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server as Server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A receiver on this machine, and the requests that it got. */
async function openReceiver(answer: RequestListener) {
  const requests: { url: string; headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    requests.push({ url: request.url ?? "", headers: request.headers, body });
    answer(request, response);
  });
  const port = await listen(server);
  onTestFinished(() => server.closeAllConnections());
  return { requests, port, url: `http://127.0.0.1:${port}/hook?a=b` };
}

function send(
  url: string,
  options: WebhookSenderOptions = {},
  signal = new AbortController().signal,
) {
  const headers = { "Content-Type": "application/json", "webhook-id": "1" };
  return createWebhookSender(options)({ url, headers, body: BODY, signal });
}

const local = { allowsLoopback: true };

describe("a webhook that is sent", () => {
  it("is a POST with the headers and the body, and its status is returned", async () => {
    const { requests, url } = await openReceiver((_, response) =>
      response.writeHead(202).end("ok"),
    );
    expect(await send(url, local)).toEqual({ status: 202 });
    expect(requests).toMatchObject([
      { url: "/hook?a=b", body: BODY, headers: { "webhook-id": "1" } },
    ]);
  });

  it("follows no redirect", async () => {
    const { requests, port, url } = await openReceiver((_, response) =>
      response.writeHead(307, { Location: `http://127.0.0.1:${port}/other` }).end(),
    );
    expect(await send(url, local)).toEqual({ status: 307 });
    expect(requests).toHaveLength(1);
  });

  it("reads no more than a little of an endless response", async () => {
    let sent = 0;
    let isClosed = false;
    const { url } = await openReceiver((_, response) => {
      const chunk = Buffer.alloc(16 * 1024);
      const more = (): void => {
        while (!isClosed && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", more).on("close", () => {
        isClosed = true;
      });
      more();
    });
    expect(await send(url, local)).toEqual({ status: 200 });
    await expect.poll(() => isClosed).toBe(true);
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it("has the status of a response whose body is cut off", async () => {
    const { url } = await openReceiver((_, response) => {
      response.writeHead(200, { "Content-Length": "100" }).write("half", () => response.destroy());
    });
    expect(await send(url, local)).toEqual({ status: 200 });
  });

  it("ends if there is no response in time, and when it is stopped", async () => {
    const { url } = await openReceiver(() => {});
    const late = send(url, { ...local, timeout: 50 });
    await expect(late).rejects.toThrow("There was no response within 0.05 s.");
    const stopping = new AbortController();
    const stopped = send(url, local, stopping.signal);
    stopping.abort();
    await expect(stopped).rejects.toThrow("It was stopped.");
  });

  it.each([
    ["is not HTTP", "\u0000\u0001nonsense\r\n\r\n", "The response is not HTTP."],
    ["is none", "", "The connection was closed before there was a response."],
    [
      "changes the protocol",
      "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n",
      "The connection was closed before there was a response.",
    ],
    [
      "has headers without end",
      `HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`,
      "The headers of the response are too long.",
    ],
  ])("fails in plain words if the response %s", async (_, text, message) => {
    const answer = (socket: Socket) => socket.on("error", () => {}).end(text);
    const port = await listen(createTcpServer(answer) as unknown as Server);
    await expect(send(`http://127.0.0.1:${port}/`, local)).rejects.toThrow(message);
  });

  it.each([["600"], ["999"], ["099"], ["000"]])(
    "fails in plain words if the status is %s, which HTTP does not have",
    async (status) => {
      const answer = (socket: Socket) =>
        socket.on("error", () => {}).end(`HTTP/1.1 ${status} X\r\nContent-Length: 0\r\n\r\n`);
      const port = await listen(createTcpServer(answer) as unknown as Server);
      const sent = send(`http://127.0.0.1:${port}/`, local);
      await expect(sent).rejects.toThrow("The response is not HTTP.");
    },
  );

  it("fails in plain words, without an address, if nobody listens", async () => {
    const { port, url } = await openReceiver(() => {});
    const free = url.replace(`${port}`, "9");
    const error = await send(free, local).catch((reason: Error) => reason);
    expect(error).toMatchObject({ message: "The connection was refused." });
  });
});

describe("a host that is not public", () => {
  const HOSTILE = [
    ...["https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://017700000001/"],
    ...["https://127.1/", "https://localhost/", "https://LOCALHOST./", "https://a.localhost/"],
    ...["https://10.0.0.1/", "https://169.254.169.254/latest/meta-data", "https://0.0.0.0/"],
    ...[
      "https://[::1]/",
      "https://[::]/",
      "https://[::ffff:127.0.0.1]/",
      "https://[::ffff:7f00:1]/",
    ],
    ...["https://[64:ff9b::127.0.0.1]/", "https://[2002:7f00:1::]/", "https://[fe80::1]/"],
    ...["https://[fd00:ec2::254]/", "https://\u2460\u2461\u2466.0.0.1/", "https://127。0。0。1/"],
    ...["http://hooks.example.com/", "ftp://hooks.example.com/", "file:///etc/passwd"],
  ];

  it.each(HOSTILE)("is refused before anything is looked up: %s", async (url) => {
    const lookups: string[] = [];
    const resolve: ResolveHost = async (name) => {
      lookups.push(name);
      return [{ address: "93.184.215.14", family: 4 }];
    };
    expect(createWebhookUrlFault({})(new URL(url))).toEqual(expect.any(String));
    await expect(send(url, { resolve })).rejects.toThrow("not public");
    expect(lookups).toEqual([]);
  });

  it.each([
    ["loopback", ["127.0.0.1"]],
    ["private", ["10.0.0.7"]],
    ["the cloud's metadata", ["169.254.169.254"]],
    ["a public one and a private one", ["93.184.215.14", "192.168.1.1"]],
    ["a private one and a public one", ["192.168.1.1", "93.184.215.14"]],
    ["mapped", ["::ffff:10.0.0.7"]],
    ["unique local", ["fd00::1"]],
    ["NAT64", ["64:ff9b::a00:7"]],
    ["none", []],
    ["nonsense", ["localhost"]],
  ])("is refused if its addresses are %s", async (_, addresses) => {
    const resolve: ResolveHost = async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const url = "https://hooks.example.com/";
    for (const allowsLoopback of [false, true])
      await expect(send(url, { resolve, allowsLoopback })).rejects.toThrow("not public");
  });

  it("is not reached by a name that changes its addresses: they are looked up once", async () => {
    const { requests, port } = await openReceiver((_, response) => response.end());
    const answers = ["8.8.8.8", "127.0.0.1", "127.0.0.1"];
    let lookups = 0;
    const resolve: ResolveHost = async () => [
      { address: answers[lookups++] ?? "127.0.0.1", family: 4 },
    ];
    const url = `https://rebinding.example.com:${port}/`;
    // The public address does not respond, or refuses. The test is that nothing arrives at the others.
    await expect(send(url, { resolve, timeout: 300 })).rejects.toThrow();
    expect([lookups, requests]).toEqual([1, []]);
    await expect(send(url, { resolve, timeout: 300 })).rejects.toThrow("not public");
    expect([lookups, requests]).toEqual([2, []]);
  });

  it("is looked up without a thread of this process, which a slow name server would hold", async () => {
    const started = new Set<string>();
    const hook = createHook({ init: (_, type) => void started.add(type) }).enable();
    onTestFinished(() => void hook.disable());
    await expect(send("https://slow.example/", { timeout: 1000 })).rejects.toThrow();
    expect(started).toContain("QUERYWRAP");
    expect(started).not.toContain("GETADDRINFOREQWRAP");
  });

  it("is not reached by the name localhost, even for development, if that leads elsewhere", async () => {
    const resolve: ResolveHost = async () => [{ address: "10.0.0.1", family: 4 }];
    const url = "http://localhost:8080/";
    await expect(send(url, { ...local, resolve })).rejects.toThrow("not public");
  });

  it("is reached on this machine alone, for development", () => {
    const faultOf = createWebhookUrlFault(local);
    for (const url of [
      "http://127.0.0.1:8080/",
      "http://localhost/",
      "http://[::1]/",
      "https://localhost/",
    ])
      expect([url, faultOf(new URL(url))]).toEqual([url, undefined]);
    for (const url of [
      "http://10.0.0.1/",
      "http://example.com/",
      "https://192.168.0.1/",
      "http://0.0.0.0/",
    ])
      expect([url, faultOf(new URL(url))]).toEqual([url, expect.any(String)]);
  });
});

describe("a certificate", () => {
  it("must be valid for the host", async () => {
    const altNames = [{ type: 2 as const, value: "localhost" }];
    const pair = await generate([{ name: "commonName", value: "localhost" }], {
      extensions: [{ name: "subjectAltName", altNames }],
    });
    const server = createSecureServer({ key: pair.private, cert: pair.cert }, (_, response) =>
      response.writeHead(204).end(),
    );
    const port = await listen(server);
    const url = `https://localhost:${port}/`;
    await expect(send(url, local)).rejects.toThrow("The certificate is not valid");
    expect(await send(url, { ...local, ca: pair.cert })).toEqual({ status: 204 });
    const other = `https://127.0.0.1:${port}/`;
    await expect(send(other, { ...local, ca: pair.cert })).rejects.toThrow("not valid");
  });
});
