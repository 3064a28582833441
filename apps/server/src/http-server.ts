import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import {
  answerBrokenRequests,
  createListener,
  type ListenerOptions,
  MOST_HEADER_BYTES,
} from "@sinkove/api/node";
import type { Configuration } from "./configuration.ts";
import { codeOf, messageOf, StartError } from "./start-error.ts";

type Limits = Pick<Configuration, "headersTimeout" | "requestTimeout">;

/** Longer than the minute for which load balancers usually keep a connection. */
const KEEP_ALIVE = 65_000;

/** An HTTP server that no client can block. */
export function createHttpServer(
  answering: ListenerOptions,
  { headersTimeout, requestTimeout }: Limits,
): Server {
  const options = {
    maxHeaderSize: MOST_HEADER_BYTES,
    headersTimeout: Math.min(headersTimeout, requestTimeout),
    requestTimeout,
    keepAliveTimeout: KEEP_ALIVE,
    connectionsCheckingInterval: Math.min(1000, headersTimeout, requestTimeout),
    // The listener handles this itself, with a body that says what is wrong.
    requireHostHeader: false,
    // Node does not create a stream for a request without a body.
    optimizeEmptyRequests: true,
  };
  const server = createServer(options, createListener(answering));
  // The limit for idle connections, such as one whose client does not read its response.
  server.setTimeout(Math.max(KEEP_ALIVE, requestTimeout));
  answerBrokenRequests(server);
  return server;
}

/** The address to listen on, and the variables that set it. */
export interface ListeningPlace {
  readonly host: string;
  readonly port: number;
  /** Default: `HOST` and `PORT`. */
  readonly variables?: { readonly host: string; readonly port: string };
}

function listenReason(code: string | undefined, place: ListeningPlace): string | undefined {
  const { host, port } = place.variables ?? { host: "HOST", port: "PORT" };
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `is in use. Stop the program that uses it, or set ${port} to another.`,
    EACCES: `may not be used by this user. Set ${port} to a number above 1023.`,
    EADDRNOTAVAIL: `is not an address of this machine. Correct ${host}.`,
    ENOTFOUND: `is not a known host. Correct ${host}.`,
  };
  return reasons[code ?? ""];
}

/**
 * Starts listening.
 *
 * @returns the URL
 * @throws StartError if the address cannot be used
 */
export async function listen(server: Server, place: ListeningPlace): Promise<string> {
  const { host, port } = place;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  }).catch((error: unknown) => {
    const reason = listenReason(codeOf(error), place) ?? `cannot be used: ${messageOf(error)}.`;
    throw new StartError(`The address ${host}:${port} ${reason}`, { cause: error });
  });
  // A TCP server has an address of this type.
  const address = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
}

/**
 * Stops listening, and waits for pending requests for at most `within` milliseconds.
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

/** Closes connections that have sent nothing yet when a server stops, because `server.close` would wait for them. */
export function trackSilentConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}
