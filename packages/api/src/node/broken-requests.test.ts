import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import { answerBrokenRequests } from "./broken-requests.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Writes on a connection of its own; resolves to all that came until it was closed. */
async function exchange(listener: RequestListener, requests: string): Promise<string> {
  const started = createServer(listener);
  server = started;
  answerBrokenRequests(started);
  await once(started.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port has an address of this kind.
  const { port } = started.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(requests);
  return text(socket);
}

function statusesIn(responses: string): string[] {
  return [...responses.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status = ""]) => status);
}

const GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

it("answers what is broken after those before it, so that nobody takes it for their answer", async () => {
  const listener: RequestListener = (_, response) => {
    setImmediate(() => response.writeHead(201).end());
  };
  const responses = await exchange(listener, `${GET}${GET}${GET}NONSENSE\r\n\r\n`);
  expect(statusesIn(responses)).toEqual(["201", "201", "201", "400"]);
});

it("lets a response that has begun end before it answers what is broken after it", async () => {
  const listener: RequestListener = (_, response) => {
    response.write("begun, ");
    setImmediate(() => response.end("and ended"));
  };
  const responses = await exchange(listener, `${GET}NONSENSE\r\n\r\n`);
  expect(responses).toContain("and ended");
  expect(statusesIn(responses)).toEqual(["200", "400"]);
});

it("closes the connection on a broken body whose response waits for others", async () => {
  const post = GET.replace("GET", "POST").replace(
    /\r\n$/,
    "Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
  );
  expect(statusesIn(await exchange(() => {}, `${GET}${post}`))).toEqual([]);
});

it("answers a broken body whose response has not begun", async () => {
  const post = GET.replace("GET", "POST").replace(
    /\r\n$/,
    "Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
  );
  expect(statusesIn(await exchange(() => {}, post))).toEqual(["400"]);
});

it("answers a request with an expectation that it does not know as any other", async () => {
  const listener: RequestListener = (_, response) => response.writeHead(201).end();
  const expecting = GET.replace(/\r\n$/, "Expect: tea\r\nConnection: close\r\n\r\n");
  expect(statusesIn(await exchange(listener, expecting))).toEqual(["201"]);
});
