let table: Int32Array | undefined;

function makeTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++)
      remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
    return remainder;
  });
}

/**
 * Computes the CRC-32 of PNG and ZIP (ISO-HDLC). fflate has an implementation, but does not export it.
 *
 * @param before the CRC of the preceding bytes
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  // Filled when it is first read, because programs that load this package may never draw.
  table ??= makeTable();
  let crc = ~before;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
