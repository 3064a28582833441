import type { DatasetDownload } from "@sinkove/contract";
import { DownloadError } from "../errors/dataset-errors.ts";

/** The destination of a download's bytes. */
export interface Sink<T> {
  /** The bytes that already exist and are not downloaded again. */
  existing(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Writes the bytes that follow those written before. */
  write(bytes: Uint8Array): Promise<void>;
  /** Discards everything. Undefined if bytes that were handed on cannot be taken back. */
  restart?: () => Promise<void>;
  /** The file is complete and correct. */
  finish(): Promise<T>;
  /** The download has failed. With `isWrong`, the bytes are not those of the file. */
  fail(error: unknown, isWrong: boolean): Promise<void>;
}

/** Keeps the bytes in memory. */
export function memorySink({ size }: DatasetDownload): Sink<Uint8Array> {
  let whole: Uint8Array;
  try {
    whole = new Uint8Array(size);
  } catch (cause) {
    const message = "The file does not fit into memory. Download to a path or to a WritableStream.";
    throw new DownloadError("FILE_FAILED", message, { cause });
  }
  let position = 0;
  return {
    existing: () => [],
    async write(bytes) {
      whole.set(bytes, position);
      position += bytes.length;
    },
    async restart() {
      position = 0;
    },
    finish: async () => whole,
    fail: async () => undefined,
  };
}

/** Hands the bytes on; the stream is closed at the end, and aborted with the error otherwise. */
export function streamSink(stream: WritableStream<Uint8Array>): Sink<undefined> {
  const writer = stream.getWriter();
  return {
    existing: () => [],
    async write(bytes) {
      await writer.ready;
      await writer.write(bytes);
    },
    finish: () => writer.close().then(() => undefined),
    fail: (error) => writer.abort(error),
  };
}
