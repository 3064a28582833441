/** What each byte leaves of a CRC-32. Made with the first checksum, so that an import does nothing. */
let remainders: readonly number[] | undefined;

/**
 * The six characters that end a key: the CRC-32 (ISO-HDLC, as in zlib) of all that stands before
 * them, in base62.
 */
export function checksum(ascii: string): string {
  remainders ??= Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    return crc;
  });
  let crc = -1;
  for (let index = 0; index < ascii.length; index++) {
    crc = (crc >>> 8) ^ (remainders[(crc ^ ascii.charCodeAt(index)) & 255] as number); // there are 256
  }
  let digits = "";
  for (let rest = ~crc >>> 0; digits.length < 6; rest = (rest / 62) >>> 0) {
    digits = String.fromCharCode(digitCode(rest % 62)) + digits;
  }
  return digits;
}

/** The character of a digit in base62. They follow ASCII, so `0` is the zero that pads a checksum. */
export function digitCode(digit: number): number {
  return digit + (digit < 10 ? 48 : digit < 36 ? 55 : 61);
}
