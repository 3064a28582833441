/** Digit values follow ASCII order, so `0` is the digit zero that pads a checksum. */
export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * The six characters that end a key: the CRC-32 (ISO-HDLC, as in zlib) of all that stands before
 * them, in base62. Bit by bit, since a key is short and a table costs bytes.
 */
export function checksum(ascii: string): string {
  let crc = -1;
  for (let index = 0; index < ascii.length; index++) {
    crc ^= ascii.charCodeAt(index);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  let digits = "";
  for (let rest = ~crc >>> 0; digits.length < 6; rest = (rest / 62) >>> 0) {
    digits = BASE62.charAt(rest % 62) + digits;
  }
  return digits;
}
