import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import type { Configuration } from "./configuration.ts";
import { problemOf } from "./problem.ts";
import { codeOf, messageOf, StartError } from "./start-error.ts";

type Limits = Pick<Configuration, "headersTimeout" | "requestTimeout">;

/** All headers of a request together, in bytes. */
const MOST_HEADER_BYTES = 16 * 1024;
/** Longer than the minute that load balancers usually keep a connection. */
const KEEP_ALIVE = 65_000;
/** For a client to read why its connection is closed, in milliseconds. */
const LINGER = 1000;

/** An HTTP server for a fetch handler that no client can hold up. */
export function createHttpServer(
  fetch: (request: Request) => Promise<Response>,
  { headersTimeout, requestTimeout }: Limits,
): Server {
  const listener = getRequestListener(fetch, { errorHandler: refuse });
  const options = {
    maxHeaderSize: MOST_HEADER_BYTES,
    headersTimeout: Math.min(headersTimeout, requestTimeout),
    requestTimeout,
    keepAliveTimeout: KEEP_ALIVE,
    connectionsCheckingInterval: Math.min(1000, headersTimeout, requestTimeout),
    // The listener answers that itself, with a body that says what is wrong.
    requireHostHeader: false,
  };
  const server = createServer(options, listener);
  // Of a connection that neither sends nor takes anything, such as one whose client does not read its response.
  server.setTimeout(Math.max(KEEP_ALIVE, requestTimeout));
  answerBrokenRequests(server);
  return server;
}

function refuse(error: unknown): Response {
  const detail = `The request cannot be read: ${messageOf(error)}. Correct its target and its Host header.`;
  const { body, headers } = problemOf(400, detail);
  return new Response(body, { status: 400, headers });
}

const BROKEN: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    "Request Header Fields Too Large",
    "The headers are larger than 16 KiB. Send less.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    "Request Timeout",
    "The request took too long to arrive. Send it again.",
  ],
};
const MALFORMED = [
  400,
  "Bad Request",
  "The request is no valid HTTP. Correct the client.",
] as const;

function answerBrokenRequests(server: Server): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  server.on("request", ({ socket }, response) => responses.set(socket, response));
  server.on("clientError", (error, socket) => {
    const response = responses.get(socket);
    // Of an answered request whose body is still on its way, the rest is no request of its own.
    const isPending = response && !(response.writableFinished && response.req.complete);
    if (codeOf(error) === "ECONNRESET" || (isPending && response.headersSent) || !socket.writable) {
      socket.destroy();
      return;
    }
    const [status, reason, detail] = BROKEN[codeOf(error) ?? ""] ?? MALFORMED;
    socket.end(rawResponse(`${status} ${reason}`, problemOf(status, detail)));
    setTimeout(() => socket.destroy(), LINGER).unref();
  });
}

function rawResponse(status: string, { body, headers }: ReturnType<typeof problemOf>): string {
  headers.set("Content-Length", `${Buffer.byteLength(body)}`);
  headers.set("Connection", "close");
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${lines.join("")}\r\n${body}`;
}

const LISTEN_REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "is in use. Stop the program that uses it, or set PORT to another.",
  EACCES: "may not be used by this user. Set PORT to one above 1023.",
  EADDRNOTAVAIL: "is no address of this machine. Correct HOST.",
  ENOTFOUND: "is no known host. Correct HOST.",
};

/**
 * Starts to listen.
 *
 * @returns the URL
 * @throws StartError where the address cannot be had
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  }).catch((error: unknown) => {
    const reason = LISTEN_REASONS[codeOf(error) ?? ""] ?? `cannot be used: ${messageOf(error)}.`;
    throw new StartError(`The address ${host}:${port} ${reason}`, { cause: error });
  });
  // A server that listens on a port has an address of this kind.
  const address = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
}

/**
 * Stops to listen, and waits for the requests that are under way, at most `within` milliseconds.
 *
 * @returns whether all of them were answered
 */
export async function stopListening(server: Server, within: number): Promise<boolean> {
  let isComplete = true;
  const cut = setTimeout(() => {
    isComplete = false;
    server.closeAllConnections();
  }, within);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
  return isComplete;
}

/** Closes connections that have sent nothing yet when a server stops: `server.close` waits for them. */
export function trackSilentConnections(server: Server): () => void {
  const silent = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.on("request", ({ socket }) => silent.delete(socket));
  return () => {
    for (const socket of silent) if (socket.bytesRead === 0) socket.destroy();
  };
}
