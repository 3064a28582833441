import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange, OriginName } from "./behaviour.ts";
import { limitExchanges, type RateLimit } from "./bucket.ts";
import { fill } from "./load-behaviour.ts";
import { playExchange } from "./play-exchange.ts";

/** A clock, which tests replace. */
export interface Clock {
  /** The time in milliseconds. */
  now(): number;
  /** Runs `action` after `ms` milliseconds. The returned function cancels it. */
  after(ms: number, action: () => void): () => void;
}

/** A received request. */
export interface ReceivedRequest {
  readonly at: OriginName;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** In milliseconds: the client's clock, if it sends `x-client-time`, or the server's. */
  readonly time: number;
  /** How many requests were being handled, including this one. */
  readonly inFlight: number;
  /** Whether the client disconnected before the end of the response. */
  abandoned: boolean;
}

/** A server that plays a script and records all requests. */
export interface HostileServer {
  readonly origins: Readonly<Record<OriginName, string>>;
  readonly requests: readonly ReceivedRequest[];
  /** Increases with each event, so that callers can see whether something is still happening. */
  activity(): number;
  close(): Promise<void>;
}

/** Options of a hostile server besides its script. */
export interface HostileServerOptions {
  readonly clock: Clock;
  /** The rate limit of the API. */
  readonly limit?: RateLimit | undefined;
  /** Handles a request outside the script. Returns false if the request belongs to the script. */
  readonly control?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** Starts a server on two loopback ports, which replace `{{api}}` and `{{other}}` in the script. */
export async function startHostileServer(
  script: readonly Exchange[],
  { clock, limit, control = () => false }: HostileServerOptions,
): Promise<HostileServer> {
  const requests: ReceivedRequest[] = [];
  let activity = 0;
  let inFlight = 0;
  const limited = limit ? limitExchanges(limit) : (exchange: Exchange) => exchange;
  let next: (at: OriginName) => Exchange = () => ({});
  const note = () => {
    activity++;
  };
  const open = (at: OriginName) =>
    listen(async (request, response) => {
      if (control(request, response)) return;
      inFlight++;
      response.on("close", () => {
        note();
        inFlight--;
      });
      const body = await textOf(request, note);
      const received = { ...requestOf(request, clock), at, body, inFlight, abandoned: false };
      requests.push(received);
      const exchange = limited(next(at), received.time);
      let isOver = false;
      response.on("close", () => {
        received.abandoned = !isOver;
      });
      await playExchange(exchange, response, { clock, note, over: () => (isOver = true) });
    }, note);
  const servers = { api: await open("api"), other: await open("other") };
  const origins = { api: originOf(servers.api), other: originOf(servers.other) };
  next = takeFrom(fill(script, origins) as Exchange[]);
  const close = async () => {
    await Promise.all(Object.values(servers).map(stop));
  };
  return { origins, requests, activity: () => activity, close };
}

/** Returns the next exchange of each origin. */
function takeFrom(script: readonly Exchange[]): (at: OriginName) => Exchange {
  const left = script.map((exchange) => ({ exchange, times: exchange.times ?? 1 }));
  return (at) => {
    const turn = left.find(({ exchange, times }) => (exchange.at ?? "api") === at && times !== 0);
    if (!turn)
      return { status: 501, body: [{ text: "The script has no exchange left for this request." }] };
    if (turn.times !== "always") turn.times--;
    return turn.exchange;
  };
}

function requestOf({ method = "", url = "", headers }: IncomingMessage, clock: Clock) {
  const told = Number(headers["x-client-time"] ?? Number.NaN);
  return {
    method,
    path: url,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value)]),
    ),
    time: Number.isNaN(told) ? clock.now() : told,
  };
}

async function textOf(request: IncomingMessage, note: () => void): Promise<string> {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => {
    note();
    chunks.push(chunk);
  });
  // A client may disconnect in the middle of its request: record what it sent.
  await new Promise((resolve) => request.on("end", resolve).on("close", resolve));
  note();
  return Buffer.concat(chunks).toString();
}

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  note: () => void,
): Promise<Server> {
  const server = createServer(answer).on("connection", note);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function originOf(server: Server): string {
  const { port } = server.address() as AddressInfo; // a boundary: it listens on a TCP port
  return `http://127.0.0.1:${port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
