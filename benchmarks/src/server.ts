// The server for all clients, in a separate process. It returns the same ten items to everyone, in the envelope that each
// client expects, and has three ways of not responding.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const ITEMS = Array.from({ length: 10 }, (_, index) => {
  const id = `01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a${10 + index}`;
  return { id, metadata: { id, state: "READY", progress: 100, failureReason: null } };
});
const ENVELOPE = { object: "list", data: ITEMS, has_more: false, url: "/list" };
const BARE = Buffer.from(JSON.stringify(ITEMS));
const WRAPPED = Buffer.from(JSON.stringify(ENVELOPE));
const BUSY = Buffer.from(JSON.stringify({ code: "SERVICE_UNAVAILABLE", status: 503 }));

type Answer = (response: ServerResponse) => void;

const FIRST_SEGMENT: Record<string, Answer> = {
  bare: (response) => send(response, BARE),
  wrapped: (response) => send(response, WRAPPED),
  v1: (response) => send(response, WRAPPED),
  silent: () => {},
  half: (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": BARE.length });
    response.write(BARE.subarray(0, 100));
  },
  busy: (response) => {
    response.writeHead(503, { "content-type": "application/problem+json", "retry-after": "30" });
    response.end(BUSY);
  },
};

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
}

function answer({ url = "/" }: IncomingMessage, response: ServerResponse): void {
  const write = FIRST_SEGMENT[url.split("/")[1] ?? ""];
  if (write) write(response);
  else response.writeHead(404).end();
}

const server = createServer({ keepAliveTimeout: 60_000 }, answer);
server.listen(0, "127.0.0.1", () => {
  // This cast is safe: the server listens on TCP.
  process.send?.((server.address() as AddressInfo).port);
});
// The parent process has ended.
process.on("disconnect", () => process.exit());
