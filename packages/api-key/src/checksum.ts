/** The CRC-32 table. It is computed with the first checksum, so that the import has no side effects. */
let remainders: readonly number[] | undefined;

/**
 * Returns the last six characters of a key: the CRC-32 (ISO-HDLC, as in zlib) of the characters before them, in
 * base62.
 */
export function checksum(ascii: string): string {
  remainders ??= Array.from({ length: 256 }, (_, crc) => {
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    return crc;
  });
  let crc = -1;
  for (let index = 0; index < ascii.length; index++) {
    crc = (crc >>> 8) ^ (remainders[(crc ^ ascii.charCodeAt(index)) & 255] as number); // the table has 256 entries
  }
  let digits = "";
  for (let rest = ~crc >>> 0; digits.length < 6; rest = (rest / 62) >>> 0) {
    digits = String.fromCharCode(digitCode(rest % 62)) + digits;
  }
  return digits;
}

/** Returns the character code of a base62 digit. The digits are in ASCII order, so a checksum is padded with `0`. */
export function digitCode(digit: number): number {
  return digit + (digit < 10 ? 48 : digit < 36 ? 55 : 61);
}
