import type { IncomingMessage } from "node:http";
import { readAddress } from "./addresses.ts";
import type { Forwarding } from "./forwarding.ts";
import { endsOf } from "./peer.ts";

/** Reads the origin that a request is addressed to, such as `http://127.0.0.1:8080`. Links in responses use it. */
export type ReadOrigin = (incoming: IncomingMessage, forwarding: Forwarding) => string;

/** A Host that was sent. */
interface Host {
  /** With its port, in the form of a URL. */
  readonly host: string;
  readonly hostname: string;
  /** Whether it is one of the server's names, on any of its addresses. */
  readonly isNamed: boolean;
}

const LOOPBACK_NAME = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Hosts that were sent before. A server has few names. */
const MOST_HOSTS = 100;

/**
 * Creates a reader that uses the Host header only if it names this server: a loopback name, the address that the
 * connection came to, or one of `names`. For any other Host, which anyone can send, the origin is that address.
 *
 * @param names - names with or without a port; undefined to accept every Host
 * @throws TypeError from the reader, if the request has no valid Host, or two
 */
export function createReadOrigin(names: readonly string[] | undefined): ReadOrigin {
  const known = new Map<string, Host>();
  const allowed = new Set(names?.map((name) => name.toLowerCase()));
  const read = (text: string): Host => {
    const before = known.get(text);
    if (before) return before;
    const { host, hostname } = parseHost(text);
    const isNamed =
      !names || allowed.has(host) || allowed.has(hostname) || LOOPBACK_NAME.test(hostname);
    if (known.size >= MOST_HOSTS) known.clear();
    known.set(text, { host, hostname, isNamed });
    return { host, hostname, isNamed };
  };
  return (incoming, forwarding) => {
    const sent = read(hostOf(incoming));
    requireSameHost(incoming, sent.host);
    const protocol = forwarding.protocol === "https" ? "https" : "http";
    const forwarded = forwarding.host === undefined ? undefined : hostOrNothing(forwarding.host);
    if (forwarded !== undefined) return `${protocol}://${forwarded}`;
    const isOwn = sent.isNamed || isLocal(incoming, sent.hostname);
    return `${protocol}://${isOwn ? sent.host : localHost(incoming)}`;
  };
}

/** HTTP/1.0, which health checks of load balancers still speak, needs no Host (RFC 9112, section 3.2). */
function hostOf(incoming: IncomingMessage): string {
  const { headers, httpVersion } = incoming;
  const { host = httpVersion === "1.0" ? localHost(incoming) : "" } = headers;
  if (host === "") throw new TypeError("there is no Host header");
  return host;
}

/** Clients of a proxy send the whole URL, and the Host must be that of the URL (RFC 9112, section 3.2.2). */
function requireSameHost({ url = "", headers }: IncomingMessage, host: string): void {
  if (url.startsWith("/") || headers.host === undefined) return;
  const { protocol, host: targeted, username, password } = new URL(url);
  if (username !== "" || password !== "") throw new TypeError("the target has a user name");
  if (targeted === new URL(`${protocol}//${host}`).host) return;
  throw new TypeError("the Host header is not the host of the target");
}

function parseHost(text: string): URL {
  const url = new URL(`http://${text}`);
  if (url.href !== `${url.origin}/`) throw new TypeError("the Host header is not a host");
  return url;
}

function hostOrNothing(text: string): string | undefined {
  try {
    return parseHost(text).host;
  } catch {
    return undefined;
  }
}

function isLocal({ socket }: IncomingMessage, hostname: string): boolean {
  const address = readAddress(hostname.replace(/^\[(.*)\]$/, "$1"));
  return address !== undefined && address === endsOf(socket).local;
}

function localHost({ socket }: IncomingMessage): string {
  const { local = "localhost" } = endsOf(socket);
  return `${local.includes(":") ? `[${local}]` : local}:${socket.localPort}`;
}
