/** A file in an archive, as the central directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes, not compressed. */
  readonly size: number;
  /** `YYYY-MM-DD HH:MM`. */
  readonly modified: string;
  readonly compressedSize: number;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  /** Where its local header is. */
  readonly offset: number;
}

/** Reads a ZIP archive's directory (PKWARE APPNOTE, 4.3.12 and 4.3.16); undefined for what is none. */
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

/** The bytes of a file that is stored as it is; undefined for one that is compressed. */
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
