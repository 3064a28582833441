import { Deflate, strToU8 } from "fflate";
import { crc32 } from "./image/crc32.ts";

/**
 * Writes a ZIP (APPNOTE 6.3) as a stream. fflate's own writer keeps more than a kilobyte per file until the end, and
 * its bytes depend on the time zone.
 */
export interface ZipWriter {
  /** Adds a file without compression. The name must be ASCII. */
  store(name: string, bytes: Uint8Array): void;
  /** Appends to the text of the last file, which is kept in memory, compressed, until the end. */
  appendToLast(text: string): void;
  end(): void;
  /** Returns the bytes written since the last call. */
  take(): Uint8Array<ArrayBuffer>;
}

interface Entry {
  readonly name: string;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  /** The offset of the local header. */
  readonly offset: number;
}

const STORED = 0;
const DEFLATED = 8;

/** @param modified the modification time of all files in milliseconds since 1970, stored in UTC */
export function createZipWriter(lastName: string, modified: number): ZipWriter {
  const entries: Entry[] = [];
  const time = dosTime(modified);
  let chunks: Uint8Array[] = [];
  let offset = 0;
  const emit = (...parts: readonly Uint8Array[]) => {
    for (const part of parts) offset += part.length;
    chunks.push(...parts);
  };
  const add = (file: Omit<Entry, "offset">, ...content: readonly Uint8Array[]) => {
    const entry = { ...file, offset };
    entries.push(entry);
    emit(localHeader(entry, time), ...content);
  };
  const last = createText();
  return {
    store: (name, bytes) => {
      const size = bytes.length;
      add({ name, method: STORED, crc: crc32(bytes), compressed: size, size }, bytes);
    },
    appendToLast: last.append,
    end: () => {
      const { content, ...sums } = last.finish();
      add({ name: lastName, method: DEFLATED, ...sums }, ...content);
      const start = offset;
      for (const entry of entries) emit(directoryEntry(entry, time));
      emit(endOfDirectory(entries.length, start, offset - start));
    },
    take: () => {
      const taken = join(chunks);
      chunks = [];
      return taken;
    },
  };
}

/** Creates a text that is compressed while it is written. */
function createText() {
  const content: Uint8Array[] = [];
  const deflate = new Deflate({ level: 1, mem: 4 }, (chunk) => content.push(chunk));
  let [crc, size] = [0, 0];
  return {
    append: (text: string): void => {
      const bytes = strToU8(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      deflate.push(bytes);
    },
    finish: () => {
      deflate.push(new Uint8Array(), true);
      const compressed = content.reduce((length, chunk) => length + chunk.length, 0);
      return { content, crc, compressed, size };
    },
  };
}

/** 1 January 1980, 00:00, in the format of MS-DOS. */
const EPOCH = (1 << 21) | (1 << 16);

/** Converts a time to the format of MS-DOS, which covers 1980 to 2107 in steps of two seconds. */
function dosTime(modified: number): number {
  const date = new Date(Number.isNaN(modified) ? 0 : modified);
  const year = date.getUTCFullYear() - 1980;
  if (year < 0 || year > 127) return EPOCH;
  const day = (year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const clock =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | clock) >>> 0;
}

/** The ZIP version that a reader must support: 2.0. */
const VERSION = 20;

function localHeader(entry: Entry, time: number): Uint8Array {
  const { bytes, view } = record(0x04034b50, 30, entry.name);
  view.setUint16(4, VERSION, true);
  writeCommon(view, 6, entry, time);
  return bytes;
}

function directoryEntry(entry: Entry, time: number): Uint8Array {
  const { bytes, view } = record(0x02014b50, 46, entry.name);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  writeCommon(view, 8, entry, time);
  view.setUint32(42, entry.offset, true);
  return bytes;
}

/** Writes the fields that both headers share, from the flags to the length of the name. */
function writeCommon(view: DataView, at: number, entry: Entry, time: number): void {
  view.setUint16(at + 2, entry.method, true);
  view.setUint32(at + 4, time, true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.compressed, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, entry.name.length, true);
}

function endOfDirectory(count: number, offset: number, length: number): Uint8Array {
  const { bytes, view } = record(0x06054b50, 22, "");
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return bytes;
}

function record(signature: number, length: number, name: string) {
  const bytes = new Uint8Array(length + name.length);
  bytes.set(strToU8(name), length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  return { bytes, view };
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
