import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { answerBrokenRequests, MOST_HEADER_BYTES } from "@sinkove/api/node";
import type { MockHandler } from "../http.ts";
import { MockError } from "../mock-error.ts";
import { createMockListener } from "./listener.ts";

/** Options of {@link listen}. */
export interface ListenOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** An address or a name. `localhost` stands for both loopback addresses, 127.0.0.1 and ::1. */
  readonly host: string;
  /** Requests with this token may use the controls. Default: only this machine may use them. */
  readonly controlToken?: string | undefined;
}

/** A running server. */
export interface Listening {
  /** The origin for clients on this machine, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Stops the server and closes open connections. */
  close(): Promise<void>;
}

/** The time limits for receiving a request's headers and the whole request, in milliseconds. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

/**
 * Serves a handler over HTTP, with CORS and with access control for the controls.
 *
 * @throws {MockError} if the port is in use or may not be used
 */
export async function listen(handle: MockHandler, options: ListenOptions): Promise<Listening> {
  const { port, host, controlToken } = options;
  const limits = {
    maxHeaderSize: MOST_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: 1000,
    // The listener answers requests without a host itself, with a problem document.
    requireHostHeader: false,
  };
  const listener = createMockListener(handle, controlToken);
  const openAt = async (place: Place): Promise<Server> => {
    const server = createServer(limits, listener);
    answerBrokenRequests(server);
    await listening(server, place);
    return server;
  };
  const servers =
    host === "localhost" ? await openLoopback(openAt, port) : [await openAt({ port, host })];
  return {
    origin: originOf(servers),
    close: async () => void (await Promise.all(servers.map(closed))),
  };
}

type Place = Pick<ListenOptions, "port" | "host">;
type Open = (place: Place) => Promise<Server>;

/** The maximum number of attempts to find a port that is free on both loopback addresses. */
const MOST_ATTEMPTS = 20;

/** Listens on both loopback addresses, because clients resolve `localhost` to either of them. */
async function openLoopback(openAt: Open, port: number): Promise<Server[]> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await openAt({ port, host: "127.0.0.1" });
    try {
      return [server, await openAt({ port: addressOf(server).port, host: "::1" })];
    } catch (error) {
      // A machine without IPv6 has no ::1.
      if (!isInUse(error)) return [server];
      await closed(server);
      if (port !== 0 || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** Maps each wildcard address to a loopback address for clients on this machine. */
const SELF: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

function originOf([server]: readonly Server[]): string {
  if (!server) throw new TypeError("No server was opened.");
  const { address, port } = addressOf(server);
  const self = SELF[address] ?? address;
  return `http://${self.includes(":") ? `[${self}]` : self}:${port}`;
}

function addressOf(server: Server): AddressInfo {
  // The cast is safe: the server listens on a port, not on a pipe.
  return server.address() as AddressInfo;
}

function listening(server: Server, { port, host }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, { port, host })));
    server.listen(port, host, resolve);
  });
}

function isInUse(error: unknown): boolean {
  return error instanceof MockError && codeOf(error.cause) === "EADDRINUSE";
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}

function explain(cause: NodeJS.ErrnoException, { port, host }: Place): Error {
  const message = messageFor(cause, { port, host });
  return new MockError(message, { cause });
}

function messageFor({ code }: NodeJS.ErrnoException, { port, host }: Place): string {
  if (code === "EADDRINUSE") {
    return `port ${port} is in use${host === "::1" ? " on [::1]" : ""}. Choose another with --port, or --port 0 for any free one.`;
  }
  if (code === "EACCES") {
    return `you are not allowed to use port ${port}. Choose one above 1023 with --port.`;
  }
  return `cannot listen on ${host}:${port} (${code}). Choose another address with --host and --port.`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
