import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** fflate asks a Date for local fields: made from local fields, it says the same in every time zone. */
const TIME = new Date(1980, 0, 1, 12);

/** A ZIP that is written while it is read: `take` gives what was added since the last time. */
export interface ZipWriter {
  /** Adds bytes that are compressed already. */
  store(name: string, bytes: Uint8Array): void;
  /** Adds to a text that becomes the last file. Until then it is kept, compressed. */
  appendToLast(text: string): void;
  end(): void;
  take(): Uint8Array<ArrayBuffer>;
}

export function createZipWriter(lastName: string): ZipWriter {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const kept: Uint8Array<ArrayBuffer>[] = [];
  const last = new ZipDeflate(lastName, { level: 6 });
  last.mtime = TIME;
  last.ondata = (error, chunk) => {
    if (error) throw error;
    kept.push(chunk);
  };
  return {
    store: (name, bytes) => {
      const file = new ZipPassThrough(name);
      file.mtime = TIME;
      zip.add(file);
      file.push(bytes, true);
    },
    appendToLast: (text) => last.push(strToU8(text)),
    end: () => {
      last.push(new Uint8Array(), true);
      // From here on, the file's chunks go into the ZIP.
      zip.add(last);
      for (const [index, chunk] of kept.entries()) {
        last.ondata(null, chunk, index === kept.length - 1);
      }
      zip.end();
    },
    take: () => join(chunks.splice(0)),
  };
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
