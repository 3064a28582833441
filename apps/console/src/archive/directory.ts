import { ArchiveError, type ReadBytes } from "./range-reader.ts";

/** A file in a ZIP archive, as the central directory describes it. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  /** The compressed size and the uncompressed size in bytes. */
  readonly compressed: number;
  readonly size: number;
  /** The position of its local header, in bytes. */
  readonly offset: number;
}

const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const END_SIGNATURE = 0x06054b50;
const ENTRY_LENGTH = 46;
const ENTRY_SIGNATURE = 0x02014b50;
/** The value of a field whose real value is in a ZIP64 record. */
const IN_ZIP64 = 0xffffffff;
const LARGEST_DIRECTORY = 16 * 1024 * 1024;

/**
 * Lists the files of a ZIP archive (APPNOTE 6.3) from its end, without reading their contents.
 *
 * @param size of the archive in bytes
 * @throws ArchiveError if it is not a ZIP archive, is truncated, or needs ZIP64 or a second volume
 */
export async function readDirectory(read: ReadBytes, size: number): Promise<readonly Entry[]> {
  const tailStart = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
  const tail = await read(tailStart, size);
  const end = findEnd(tail);
  if (end.offset + end.length > size || end.length > LARGEST_DIRECTORY) throw damaged();
  const isInTail = end.offset >= tailStart;
  const bytes = isInTail
    ? tail.subarray(end.offset - tailStart, end.offset - tailStart + end.length)
    : await read(end.offset, end.offset + end.length);
  return readEntries(bytes, end.count);
}

interface End {
  readonly count: number;
  readonly length: number;
  readonly offset: number;
}

/** Finds the last record of the archive. A comment may follow it, and may look like one. */
function findEnd(tail: Uint8Array): End {
  const view = viewOf(tail);
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) !== tail.length) continue;
    const length = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (length === IN_ZIP64 || offset === IN_ZIP64) throw tooLarge();
    return { count: view.getUint16(at + 10, true), length, offset };
  }
  throw damaged();
}

function readEntries(bytes: Uint8Array, count: number): readonly Entry[] {
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw damaged();
    }
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
    if (nameEnd > bytes.length) throw damaged();
    entries.push(entryAt(view, at, bytes.subarray(at + ENTRY_LENGTH, nameEnd)));
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function entryAt(view: DataView, at: number, name: Uint8Array): Entry {
  const entry = {
    name: new TextDecoder().decode(name),
    method: view.getUint16(at + 10, true),
    compressed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  if ([entry.compressed, entry.size, entry.offset].includes(IN_ZIP64)) throw tooLarge();
  return entry;
}

/** Returns a DataView of the same bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Creates the error for an archive that does not follow the format. */
export function damaged(): ArchiveError {
  return new ArchiveError(
    "The archive is damaged. Download it again, or create the dataset again.",
  );
}

function tooLarge(): ArchiveError {
  return new ArchiveError("The archive is too large to look into here. Download it instead.");
}
