import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { answerBrokenRequests, MOST_HEADER_BYTES } from "@sinkove/api/node";
import type { MockHandler } from "../http.ts";
import { MockError } from "../mock-error.ts";
import { createMockListener } from "./listener.ts";

// An import would read every name of that module, and with one of them load all of `fetch`: a sixth of a start.
const { createServer }: typeof import("node:http") = createRequire(import.meta.url)("node:http");

/** Where to listen. */
export interface ListenOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
}

/** A server that listens. */
export interface Listening {
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Stops at once: open connections are closed. */
  close(): Promise<void>;
}

/** For a request to arrive, in milliseconds: its headers, and all of it. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

/**
 * Serves a handler over HTTP, with CORS, and its controls to this machine alone.
 *
 * @throws {MockError} if the port is in use or may not be used
 */
export async function listen(handle: MockHandler, place: ListenOptions): Promise<Listening> {
  const limits = {
    maxHeaderSize: MOST_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: 1000,
    // The listener answers that itself, with a body that says what is wrong.
    requireHostHeader: false,
  };
  const server = createServer(limits, createMockListener(handle));
  answerBrokenRequests(server);
  await listening(server, place);
  // A server that listens on a port has an address of this kind.
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { origin: `http://${name}:${address.port}`, close: () => closed(server) };
}

function listening(server: Server, { port, host }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, { port, host })));
    server.listen(port, host, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, { port, host }: ListenOptions): Error {
  if (error.code === "EADDRINUSE") {
    return new MockError(
      `port ${port} is in use. Choose another with --port, or --port 0 for any free one.`,
    );
  }
  if (error.code === "EACCES") {
    return new MockError(`port ${port} may not be used by you. Choose one above 1023 with --port.`);
  }
  return new MockError(
    `cannot listen on ${host}:${port} (${error.code}). Choose others with --host and --port.`,
  );
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
