import { redact } from "@sinkove/api-key";

/** The most characters of a `User-Agent` that are kept. */
const MOST = 200;
/** More than redaction can shorten to {@link MOST} by hiding one key, and little to look through. */
const LOOKED_AT = 4 * MOST;
/** Nothing to clean: printable ASCII, and nothing that may be a key. */
const PLAIN = /^(?!.*(?:sinkove|live|test))[ -~]{1,200}$/i;
/** Control characters, direction marks, halves of surrogate pairs and what Unicode does not know. */
const UNPRINTABLE = /\p{C}+/gu;
/** An IPv4 or IPv6 address, as hosts write them. */
const ADDRESS = /^[\d.:a-f]{2,45}$/i;

/** A client's `User-Agent` as far as it is fit to be kept and shown; null for none. */
export function readUserAgent(header: string | null): string | null {
  if (header === null) return null;
  // Most are, and to clean one costs more than to look.
  if (PLAIN.test(header)) return header;
  const clean = redact(header.slice(0, LOOKED_AT).replaceAll(UNPRINTABLE, "")).trim();
  // A copy: a part of a text would keep all of it in memory.
  const kept = [...clean].slice(0, MOST).join("");
  return kept === "" ? null : kept;
}

/** A client's address; null for what cannot be one. */
export function readAddress(address: string | undefined): string | null {
  return address !== undefined && ADDRESS.test(address) ? address : null;
}
