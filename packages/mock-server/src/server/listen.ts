import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { answerBrokenRequests, MOST_HEADER_BYTES } from "@sinkove/api/node";
import type { MockHandler } from "../http.ts";
import { MockError } from "../mock-error.ts";
import { createMockListener } from "./listener.ts";

// An import would read every name of that module, and with one of them load all of `fetch`: a sixth of a start.
const { createServer }: typeof import("node:http") = createRequire(import.meta.url)("node:http");

/** Where to listen, and who may use the controls. */
export interface ListenOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** An address or a name. `localhost` stands for both loopback addresses, 127.0.0.1 and ::1. */
  readonly host: string;
  /** Opens the controls to whoever sends it. Default: the controls answer on this machine only. */
  readonly controlToken?: string | undefined;
}

/** A server that listens. */
export interface Listening {
  /** Where this machine reaches it, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Stops at once: open connections are closed. */
  close(): Promise<void>;
}

/** For a request to arrive, in milliseconds: its headers, and all of it. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

/**
 * Serves a handler over HTTP, with CORS and with access control for the sandbox's controls.
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
    // The listener answers that itself, with a body that says what is wrong.
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

/** How often to look for a port that is free on both loopback addresses. */
const MOST_ATTEMPTS = 20;

/** Both addresses: clients differ in which of them they take `localhost` for. */
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

/** Names and addresses that stand for every address of the machine, and one at which it reaches itself. */
const SELF: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

function originOf([server]: readonly Server[]): string {
  if (!server) throw new TypeError("No server was opened.");
  const { address, port } = addressOf(server);
  const self = SELF[address] ?? address;
  return `http://${self.includes(":") ? `[${self}]` : self}:${port}`;
}

function addressOf(server: Server): AddressInfo {
  // A server that listens on a port has an address of this kind.
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
    return `port ${port} may not be used by you. Choose one above 1023 with --port.`;
  }
  return `cannot listen on ${host}:${port} (${code}). Choose others with --host and --port.`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
