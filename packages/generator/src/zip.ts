import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** fflate asks a Date for local fields: made from local fields, it says the same in every time zone. */
const TIME = new Date(1980, 0, 1, 12);

/** A ZIP that is written while it is read. What was added since the last `take` is in the next one. */
export interface ZipWriter {
  /** Bytes that are compressed already. */
  store(name: string, bytes: Uint8Array): void;
  /** Text in pieces. */
  deflate(name: string, pieces: Iterable<Uint8Array>): void;
  end(): void;
  take(): Uint8Array<ArrayBuffer>;
}

export function createZipWriter(): ZipWriter {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    store: (name, bytes) => {
      const file = new ZipPassThrough(name);
      file.mtime = TIME;
      zip.add(file);
      file.push(bytes, true);
    },
    deflate: (name, pieces) => {
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = TIME;
      zip.add(file);
      for (const piece of pieces) file.push(piece);
      file.push(new Uint8Array(), true);
    },
    end: () => zip.end(),
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
