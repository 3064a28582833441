import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { MockError } from "./mock-error.ts";
import type { FetchHandler } from "./stateless.ts";

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

/**
 * Serves a fetch handler over HTTP.
 *
 * @throws {MockError} if the port is in use or may not be used
 */
export async function listen(
  fetch: FetchHandler,
  { port, host }: ListenOptions,
): Promise<Listening> {
  const server = createServer(getRequestListener(fetch));
  await listening(server, { port, host });
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
