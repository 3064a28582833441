import { hash } from "node:crypto";

let last: { readonly secret: string; readonly hash: string } | undefined;

/** SHA-256 of a key in hexadecimal. To find a world and to find its key is one after the other: the last is kept. */
export function hashKey(secret: string): string {
  if (last?.secret !== secret) last = { secret, hash: hash("sha256", secret, "hex") };
  return last.hash;
}
