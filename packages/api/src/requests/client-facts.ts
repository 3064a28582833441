import { redact } from "@sinkove/api-key";

/** The most characters of a `User-Agent` that are kept. */
const MOST = 200;
/**
 * No more of a longer one is examined: it may be hostile, and redaction may shorten its first part.
 */
const LOOKED_AT = 4 * MOST;
/** Control characters, direction marks, halves of surrogate pairs and unassigned characters. */
const UNPRINTABLE = /\p{C}+/gu;
/** An IPv4 or IPv6 address, as hosts write them. */
const ADDRESS = /^[\d.:a-f]{2,45}$/i;

/**
 * Values that need no change. Clients send the same ones again and again, and examining them costs
 * more.
 */
const fit = new Set<string>();
const MOST_FIT = 1000;

/** The part of a client's `User-Agent` that can be stored and shown. Null if there is none. */
export function readUserAgent(header: string | null): string | null {
  if (header === null || fit.has(header)) return header;
  const clean = redact(header.slice(0, LOOKED_AT).replaceAll(UNPRINTABLE, "")).trim();
  if (clean === "") return null;
  // A copy: a part of a text would keep all of it in memory.
  const kept = [...clean].slice(0, MOST).join("");
  if (kept !== header) return kept;
  if (fit.size >= MOST_FIT) fit.clear();
  fit.add(header);
  return header;
}

/** A client's address; null if it cannot be an address. */
export function readAddress(address: string | undefined): string | null {
  return address !== undefined && ADDRESS.test(address) ? address : null;
}
