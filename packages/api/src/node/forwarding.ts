import type { IncomingHttpHeaders } from "node:http";
import { type AddressRanges, readAddress } from "./addresses.ts";

/** What proxies report about a request. */
export interface Forwarding {
  /** The client's address. */
  readonly address: string | undefined;
  /** How the client reached the outermost proxy. */
  readonly protocol: string | undefined;
  readonly host: string | undefined;
}

/**
 * Reads `X-Forwarded-For`, `-Proto` and `-Host` from right to left, as long as the entries come from trusted proxies.
 * The client itself may have sent the entries further left. A proxy that is not trusted counts as the client.
 */
export function readForwarding(
  peer: string | undefined,
  headers: IncomingHttpHeaders,
  proxies: AddressRanges | undefined,
): Forwarding {
  if (peer === undefined || !proxies?.has(peer)) return { address: peer, ...NOTHING };
  let address = peer;
  let hops = 0;
  for (const entry of listOf(headers["x-forwarded-for"]).reverse()) {
    const next = readAddress(withoutPort(entry));
    if (next === undefined) break;
    address = next;
    hops += 1;
    if (!proxies.has(next)) break;
  }
  return {
    address,
    protocol: entryOf(headers["x-forwarded-proto"], hops),
    host: entryOf(headers["x-forwarded-host"], hops),
  };
}

const NOTHING = { protocol: undefined, host: undefined };

/** The entry of the outermost trusted proxy. If proxies replace the header, there are fewer entries than hops. */
function entryOf(header: string | string[] | undefined, hops: number): string | undefined {
  const entries = listOf(header);
  return entries[Math.max(0, entries.length - Math.max(1, hops))];
}

function listOf(header: string | string[] | undefined): string[] {
  const text = typeof header === "string" ? header : (header?.join(",") ?? "");
  return text === "" ? [] : text.split(",").map((entry) => entry.trim());
}

/** Some proxies add the port of the client. */
function withoutPort(entry: string): string {
  return entry.replace(/^\[([^\]]*)\](?::\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
}
