import type { IncomingMessage } from "node:http";
import type { HttpRequest } from "../http/messages.ts";
import { type AddressRanges, networkOf } from "./addresses.ts";
import { readForwarding } from "./forwarding.ts";
import { NodeHeaders } from "./node-headers.ts";
import { endsOf } from "./peer.ts";
import { createReadOrigin } from "./request-origin.ts";

/** Options of {@link createReadRequest}. */
export interface ReadRequestOptions {
  /** The proxies whose `X-Forwarded-For`, `-Proto` and `-Host` are trusted. Default: none. */
  readonly proxies?: AddressRanges | undefined;
  /** Names of the server, with or without a port, that links may contain. Default: any name that a client sends. */
  readonly names?: readonly string[] | undefined;
}

/**
 * Converts a request of Node's HTTP server. It throws a TypeError if target or Host are invalid.
 */
export type ReadRequest = (incoming: IncomingMessage) => NodeRequest;

/** Makes a reader of requests, which remembers the hosts that it has seen. */
export function createReadRequest({ proxies, names }: ReadRequestOptions = {}): ReadRequest {
  const readOrigin = createReadOrigin(names);
  return (incoming) => {
    requireSingle(incoming, "Host");
    requireSingle(incoming, "Authorization");
    const { peer } = endsOf(incoming.socket);
    const forwarding = readForwarding(peer, incoming.headers, proxies);
    const url = readUrl(incoming, readOrigin(incoming, forwarding));
    return new NodeRequest(incoming, url, forwarding.address);
  };
}

/** Node keeps the first of several headers with these names, but a proxy in front may have read the last. */
function requireSingle({ rawHeaders }: IncomingMessage, name: "Host" | "Authorization"): void {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const sent = rawHeaders[index];
    if (sent?.length === name.length && sent.toLowerCase() === name.toLowerCase()) count += 1;
  }
  if (count > 1) throw new TypeError(`there are two ${name} headers`);
}

/** A path without escapes, which a `URL` would not change. */
const PLAIN_TARGET = /^\/[\w!$&()*+,;=:@~?/[\].-]*$/;

/** A request with the headers of Node. */
export class NodeRequest implements HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: NodeHeaders;
  readonly address: string | undefined;
  readonly #incoming: IncomingMessage;

  constructor(incoming: IncomingMessage, url: string, address: string | undefined) {
    this.method = incoming.method ?? "GET";
    this.url = url;
    this.address = address;
    this.headers = new NodeHeaders(incoming.headers);
    this.#incoming = incoming;
  }

  get network(): string | undefined {
    return this.address === undefined ? undefined : networkOf(this.address);
  }

  readBody(most: number): Promise<Uint8Array | undefined> {
    return readStream(this.#incoming, most);
  }
}

/** Uses events, because iterating over a stream doubles the cost of a body, which usually is one chunk. */
function readStream(incoming: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  // A server with `optimizeEmptyRequests` emits no events for a request without a body.
  if (incoming.readableEnded) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= most) return;
      // The rest is discarded, as Node does with unread bodies, because another request may follow.
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
    // The event is emitted once, possibly before anyone listens.
    if (incoming.destroyed) leave();
  });
}

function join(chunks: readonly Buffer[], length: number): Buffer {
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks, length);
}

function readUrl({ url = "" }: IncomingMessage, origin: string): string {
  const target = url.startsWith("/") ? url : pathOf(url);
  const href = origin + target;
  // A segment that begins with a dot may be `.` or `..`.
  const isPlain = PLAIN_TARGET.test(target) && !target.includes("/.");
  return isPlain ? href : new URL(href).href;
}

/** Clients of a proxy send the whole URL (RFC 9112, section 3.2.2). */
function pathOf(target: string): string {
  const { protocol, pathname, search } = new URL(target);
  if (protocol === "http:" || protocol === "https:") return pathname + search;
  throw new TypeError("the target is not a path");
}
