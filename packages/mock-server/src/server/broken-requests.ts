import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

type Answer = readonly [status: number, reason: string, code: string, detail: string];

const BROKEN: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    "Request Header Fields Too Large",
    "INVALID_REQUEST",
    "The headers are larger than 16 KiB. Send less.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    "Request Timeout",
    "INVALID_REQUEST",
    "The request took too long to arrive. Send it again.",
  ],
};

const MALFORMED: Answer = [
  400,
  "Bad Request",
  "INVALID_REQUEST",
  "The request is no valid HTTP. Correct the client.",
];

/** For a client to read why its connection is closed, in milliseconds. */
const LINGER = 1000;

/** Answers with a problem what never becomes a request, and closes the connection. */
export function answerBrokenRequests(server: Server): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  server.on("request", ({ socket }, response) => responses.set(socket, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const response = responses.get(socket);
    const isAnswering = response?.headersSent && !response.writableFinished;
    if (error.code === "ECONNRESET" || isAnswering || !socket.writable) {
      socket.destroy();
      return;
    }
    socket.end(rawResponse(BROKEN[error.code ?? ""] ?? MALFORMED));
    setTimeout(() => socket.destroy(), LINGER).unref();
  });
}

/** A problem as it is written on a connection that has no request. */
function rawResponse([status, reason, code, detail]: Answer): string {
  const requestId = crypto.randomUUID();
  const type = `https://docs.sinkove.com/errors/${code.toLowerCase().replaceAll("_", "-")}`;
  const body = JSON.stringify({
    type,
    title: reason,
    status,
    detail,
    instance: "/",
    code,
    requestId,
  });
  const headers = [
    "Content-Type: application/problem+json",
    `X-Request-ID: ${requestId}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  return `HTTP/1.1 ${status} ${reason}\r\n${headers.join("\r\n")}\r\n\r\n${body}`;
}
