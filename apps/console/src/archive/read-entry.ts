import { damaged, type Entry, viewOf } from "./directory.ts";
import { ArchiveError, type ReadBytes } from "./range-reader.ts";

const HEADER_LENGTH = 30;
const HEADER_SIGNATURE = 0x04034b50;
/**
 * The number of bytes to read for the name and the extra fields of the local header, which can be longer than in the
 * directory.
 */
const SLACK = 1024;
const STORED = 0;
const DEFLATED = 8;
/** The maximum size of a file that is shown in a page, in bytes, whatever its header says. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads one file of a ZIP archive.
 *
 * @param size of the archive in bytes
 * @throws ArchiveError if it is damaged, too large, encrypted, or not compressed with Deflate
 */
export async function readEntry(
  read: ReadBytes,
  entry: Entry,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > LARGEST || entry.compressed > LARGEST) {
    throw new ArchiveError(
      `${entry.name} is too large to show here. Download the archive instead.`,
    );
  }
  const end = Math.min(size, entry.offset + HEADER_LENGTH + SLACK + entry.compressed);
  if (entry.offset + HEADER_LENGTH > end) throw damaged();
  const bytes = await read(entry.offset, end);
  const start = contentStart(bytes);
  const isWhole = start + entry.compressed <= bytes.length;
  const from = entry.offset + start;
  const content = isWhole
    ? bytes.subarray(start, start + entry.compressed)
    : await read(from, from + entry.compressed);
  return unpack(content, entry);
}

function contentStart(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  if (bytes.length < HEADER_LENGTH || view.getUint32(0, true) !== HEADER_SIGNATURE) throw damaged();
  if (view.getUint16(6, true) & 1) throw new ArchiveError("The archive is encrypted.");
  return HEADER_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
}

async function unpack(
  content: Uint8Array<ArrayBuffer>,
  { method, size, name }: Entry,
): Promise<Uint8Array<ArrayBuffer>> {
  if (method !== STORED && method !== DEFLATED) {
    throw new ArchiveError(`${name} is compressed in a way that browsers cannot read.`);
  }
  const bytes = method === STORED ? content : await inflate(content, size);
  if (bytes.length !== size) throw damaged();
  return bytes;
}

/** Stops if there are more bytes than the directory says, because a small file can inflate to gigabytes. */
async function inflate(
  content: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let at = 0;
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw damaged();
    });
    if (done) return bytes.subarray(0, at);
    if (at + value.length > size) {
      await reader.cancel();
      throw damaged();
    }
    bytes.set(value, at);
    at += value.length;
  }
}
