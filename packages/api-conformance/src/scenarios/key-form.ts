import { randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Creates a well-formed key that was never issued, from the contract's text and zlib's CRC-32. */
export function forgeKey(environment: string): string {
  const digits = Array.from({ length: 32 }, () => BASE62.charAt(randomInt(62)));
  const start = `sinkove_${environment}_${digits.join("")}`;
  return start + inBase62(crc32(start));
}

function inBase62(value: number): string {
  const digits = Array.from({ length: 6 }, (_, place) =>
    BASE62.charAt(Math.floor(value / 62 ** (5 - place)) % 62),
  );
  return digits.join("");
}

/** The environment of a key: `live` or `test`. */
export function environmentOf(key: string): string {
  return key.split("_")[1] ?? "";
}
