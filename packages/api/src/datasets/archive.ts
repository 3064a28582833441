/** A file to put into an archive. Its name is ASCII. */
export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980, the earliest that the format knows: the same files give the same archive. */
const DATE = 0x21;

/** Writes a ZIP archive with its files stored as they are (PKWARE APPNOTE, sections 4.3.7 to 4.3.16). */
export function writeZip(entries: readonly ArchiveEntry[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const common = commonFields(entry.bytes, name.length);
    const local = [record(0x04034b50, [...common, 0, 2]), name, entry.bytes];
    const central = [[20, 2], ...pairs(common)];
    directory.push(
      record(0x02014b50, [...central.flat(), 0, 2, 0, 2, 0, 2, 0, 2, 0, 4, offset, 4]),
      name,
    );
    files.push(...local);
    offset += lengthOf(local);
  }
  const size = lengthOf(directory);
  const count = entries.length;
  const end = record(0x06054b50, [0, 2, 0, 2, count, 2, count, 2, size, 4, offset, 4, 0, 2]);
  return join([...files, ...directory, end]);
}

/** Version, flags, method, time, date, CRC-32, both sizes, length of the name: value and width in turn. */
function commonFields(bytes: Uint8Array, nameLength: number): number[] {
  const { length } = bytes;
  return [20, 2, 0, 2, 0, 2, 0, 2, DATE, 2, crc32(bytes), 4, length, 4, length, 4, nameLength, 2];
}

function pairs(fields: readonly number[]): number[][] {
  return fields.flatMap((value, index) =>
    index % 2 === 0 ? [[value, fields[index + 1] ?? 0]] : [],
  );
}

/** A signature and little-endian fields. */
function record(signature: number, fields: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const [value = 0, width = 0] of [[signature, 4], ...pairs(fields)]) {
    for (let index = 0; index < width; index++) bytes.push((value >>> (8 * index)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(lengthOf(parts));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
