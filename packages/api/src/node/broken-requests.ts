import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { HttpResponse } from "../http/messages.ts";
import { hostProblem } from "./problems.ts";

type Answer = readonly [status: number, reason: string, detail: string];

const BROKEN: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    "Request Header Fields Too Large",
    "The target and the headers are larger than 16 KiB together. Send less.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    "Request Timeout",
    "The request took too long to arrive. Send it again.",
  ],
};
const MALFORMED: Answer = [
  400,
  "Bad Request",
  "The request is not valid HTTP. Correct the client.",
];

/** How long a client has to read why its connection is closed, in milliseconds. */
const LINGER = 1000;

/** The maximum size of all headers of a request together, in bytes. Create the server with this limit. */
export const MOST_HEADER_BYTES: number = 16 * 1024;

/**
 * Stored on the connection: a `WeakMap` entry for each request would keep the garbage collector
 * busy.
 */
const lastResponse: unique symbol = Symbol("last response");
interface Connection extends Duplex {
  [lastResponse]?: ServerResponse;
}

/** Responds to an invalid request with a problem, and closes the connection. */
export function answerBrokenRequests(server: Server): void {
  server.on("request", ({ socket }: { socket: Connection }, response) => {
    socket[lastResponse] = response;
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Connection) => {
    const last = socket[lastResponse];
    if (error.code === "ECONNRESET") socket.destroy();
    // The invalid bytes follow a complete request. Its client would take this response for the one to that request.
    else if (last?.req.complete && !last.writableFinished)
      last.once("close", () => refuse(socket, error));
    // The rest of a body whose request was answered early is not a request.
    else if (last && !last.req.complete && hasAnswered(last)) socket.destroy();
    else refuse(socket, error);
  });
  // A server does not have to meet an unknown expectation (RFC 9110, section 10.1.1). Node would
  // not respond at all.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
}

/** Whether a response has begun, or waits until those before it are written. */
function hasAnswered(response: ServerResponse): boolean {
  return response.headersSent || response.socket === null;
}

function refuse(socket: Connection, { code = "" }: NodeJS.ErrnoException): void {
  const [status, reason, detail] = BROKEN[code] ?? MALFORMED;
  if (socket.writable)
    socket.end(rawResponse(reason, hostProblem("INVALID_REQUEST", detail, status)));
  setTimeout(() => socket.destroy(), LINGER).unref();
}

/** A response as it is written on a connection that has no request. */
function rawResponse(reason: string, { status, headers, body }: HttpResponse): string {
  const all = { ...headers, "Content-Length": `${body}`.length, Connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${reason}\r\n${lines.join("")}\r\n${body}`;
}
