import { hash } from "node:crypto";

let last: { readonly secret: string; readonly hash: string } | undefined;

/** Returns the SHA-256 of a key in hexadecimal. Caches the last one, because each request looks its key up twice. */
export function hashKey(secret: string): string {
  if (last?.secret !== secret) last = { secret, hash: hash("sha256", secret, "hex") };
  return last.hash;
}
