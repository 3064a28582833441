import type { DatasetDownload } from "@sinkove/contract";

/** Where the bytes of a download go. */
export interface Sink<T> {
  /** The bytes of this file that are there already, which are not downloaded again. */
  existing(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Writes the bytes that follow those written before. */
  write(bytes: Uint8Array): Promise<void>;
  /** Forgets everything; undefined where what was handed on cannot be taken back. */
  restart?: () => Promise<void>;
  /** The file is whole and right. */
  finish(): Promise<T>;
  /** The download is given up; with `isWrong`, what is there is not the file. */
  fail(error: unknown, isWrong: boolean): Promise<void>;
}

/** Keeps the bytes in memory. */
export function memorySink({ size }: DatasetDownload): Sink<Uint8Array> {
  const whole = new Uint8Array(size);
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
