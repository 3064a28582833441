import type { IncomingMessage } from "node:http";
import type { HttpRequest } from "../http.ts";
import { NodeHeaders } from "./node-headers.ts";

/** A path whose every character stands for itself, and that a `URL` would not change. */
const PLAIN_TARGET = /^\/[\w!$&()*+,;=:@~?/[\].-]*$/;

/**
 * A request of Node's HTTP server as the API takes it.
 *
 * @throws TypeError where its target or its Host is none
 */
export function readRequest(incoming: IncomingMessage): NodeRequest {
  return new NodeRequest(incoming, readUrl(incoming));
}

/** A request with the headers of Node. */
export class NodeRequest implements HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: NodeHeaders;
  readonly #incoming: IncomingMessage;

  constructor(incoming: IncomingMessage, url: string) {
    this.method = incoming.method ?? "GET";
    this.url = url;
    this.headers = new NodeHeaders(incoming.headers);
    this.#incoming = incoming;
  }

  readBody(most: number): Promise<Uint8Array | undefined> {
    return readStream(this.#incoming, most);
  }
}

/** By its events: to iterate over a stream costs as much again as to read what is mostly one piece. */
function readStream(incoming: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= most) return;
      // The rest is thrown away, as Node does with a body that nobody reads: a next request may come after it.
      incoming.off("data", take).resume();
      resolve(undefined);
    };
    const leave = (): void => {
      if (!incoming.readableEnded) reject(new Error("The body broke off."));
    };
    incoming.on("data", take);
    incoming.on("end", () => resolve(join(chunks, length)));
    incoming.on("error", reject);
    incoming.on("close", leave);
    // That is told once only, and maybe before anybody has listened.
    if (incoming.destroyed) leave();
  });
}

function join(chunks: readonly Buffer[], length: number): Buffer {
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks, length);
}

function readUrl(incoming: IncomingMessage): string {
  const { url = "", headers } = incoming;
  const target = url.startsWith("/") ? url : pathOf(url);
  const href = originOf(headers.host ?? impliedHost(incoming)) + target;
  // A segment that begins with a dot may be one that leads upwards.
  const isPlain = PLAIN_TARGET.test(target) && !target.includes("/.");
  return isPlain ? href : new URL(href).href;
}

/** Clients of a proxy name the whole address (RFC 9112, section 3.2.2). */
function pathOf(target: string): string {
  const { protocol, pathname, search } = new URL(target);
  if (protocol === "http:" || protocol === "https:") return pathname + search;
  throw new TypeError("the target is no path");
}

/** HTTP/1.0, which health checks of load balancers still speak, asks for no Host (RFC 9112, section 3.2). */
function impliedHost({ httpVersion, socket }: IncomingMessage): string | undefined {
  if (httpVersion !== "1.0") return undefined;
  const { localAddress = "localhost", localPort } = socket;
  return `${localAddress.includes(":") ? `[${localAddress}]` : localAddress}:${localPort}`;
}

/** What was found of hosts: a server has few names. */
const origins = new Map<string, string>();
const MOST_ORIGINS = 100;

function originOf(host: string | undefined): string {
  if (!host) throw new TypeError("there is no Host header");
  const known = origins.get(host);
  if (known !== undefined) return known;
  const url = new URL(`http://${host}`);
  if (url.href !== `${url.origin}/`) throw new TypeError("the Host header is no host");
  if (origins.size >= MOST_ORIGINS) origins.clear();
  origins.set(host, url.origin);
  return url.origin;
}
