/** Digit values follow ASCII order, so `0` is the digit zero that pads a checksum. */
export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** CRC-32 as in ISO-HDLC, zlib and PNG. One pass bit by bit: a key is short, and a table costs bytes. */
export function crc32(ascii: string): number {
  let crc = -1;
  for (let index = 0; index < ascii.length; index++) {
    crc ^= ascii.charCodeAt(index);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** The six characters that end a key: the CRC-32 of all that stands before them, in base62. */
export function checksum(ascii: string): string {
  let rest = crc32(ascii);
  let digits = "";
  while (digits.length < 6) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
