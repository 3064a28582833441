import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FetchHandler } from "../fetch-handler.ts";
import { MockError } from "../mock-error.ts";
import { answerBrokenRequests } from "./broken-requests.ts";
import { createListener } from "./listener.ts";

/** Where to listen. */
export interface ListenOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /**
   * Whether this process is the server's own: then `Request` and `Response` are replaced by lighter ones, which
   * no other program should have to bear. Default: false.
   */
  readonly ownsProcess?: boolean;
}

/** A server that listens. */
export interface Listening {
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Stops at once: open connections are closed. */
  close(): Promise<void>;
}

/** All headers of a request together, in bytes. */
const MOST_HEADER_BYTES = 16 * 1024;
/** For a request to arrive, in milliseconds: its headers, and all of it. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

/**
 * Serves a fetch handler over HTTP, with CORS, and its controls to this machine alone.
 *
 * @throws {MockError} if the port is in use or may not be used
 */
export async function listen(fetch: FetchHandler, options: ListenOptions): Promise<Listening> {
  const { ownsProcess = false, ...place } = options;
  const limits = {
    maxHeaderSize: MOST_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: 1000,
    // The listener answers that itself, with a body that says what is wrong.
    requireHostHeader: false,
  };
  const server = createServer(limits, createListener(fetch, { ownsProcess }));
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
