/** An entry of an archive's central directory. */
export interface ZipEntry {
  readonly name: string;
  /** The uncompressed size in bytes. */
  readonly size: number;
  /** The modification time, as `YYYY-MM-DD HH:MM`. */
  readonly modified: string;
  readonly compressedSize: number;
  /** The compression method: 0 is stored, 8 is deflated. */
  readonly method: number;
  /** The offset of the local header. */
  readonly offset: number;
}

/** Reads the directory of a ZIP archive (PKWARE APPNOTE, 4.3.12 and 4.3.16). Returns undefined for other files. */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let offset = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    const nameLength = view.getUint16(offset + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength)),
      size: view.getUint32(offset + 24, true),
      modified: momentOf(view.getUint16(offset + 14, true), view.getUint16(offset + 12, true)),
      compressedSize: view.getUint32(offset + 20, true),
      method: view.getUint16(offset + 10, true),
      offset: view.getUint32(offset + 42, true),
    });
    offset +=
      46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

/** Returns the bytes of an uncompressed file, or undefined if the file is compressed. */
export function readStoredEntry(
  bytes: Uint8Array<ArrayBuffer>,
  { method, offset, size }: ZipEntry,
): Uint8Array<ArrayBuffer> | undefined {
  if (method !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return bytes.subarray(start, start + size);
}

function findEnd(view: DataView): number | undefined {
  for (let offset = view.byteLength - 22; offset >= 0; offset--) {
    if (view.getUint32(offset, true) === 0x06054b50) return offset;
  }
  return undefined;
}

function momentOf(date: number, time: number): string {
  const two = (value: number): string => `${value}`.padStart(2, "0");
  const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`;
  return `${day} ${two(time >> 11)}:${two((time >> 5) & 63)}`;
}
