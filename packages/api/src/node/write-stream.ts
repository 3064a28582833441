import type { ServerResponse } from "node:http";

/** The size of a chunk, in bytes. */
const CHUNK = 64 * 1024;

/**
 * Writes a stream as the body of a response, no faster than the client takes it. It resolves when
 * everything is handed over, or the client has closed the connection. If the stream fails, it
 * rejects and closes the connection.
 */
export async function writeStream(
  outgoing: ServerResponse,
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  const { read, cancel } = byteReader(body) ?? plainReader(body);
  // The rest of the body is not needed, and an error while cancelling it changes nothing.
  const leave = (): void => void cancel().catch(() => {});
  // The event of the connection: a response that is queued on it gets none when it closes.
  const { socket } = outgoing.req;
  socket.once("close", leave);
  if (socket.destroyed) leave();
  try {
    for (let chunk = await read(); chunk; chunk = await read()) await write(outgoing, chunk);
    outgoing.end();
  } catch (error) {
    outgoing.destroy();
    throw error;
  } finally {
    socket.off("close", leave);
  }
}

/** Resolves when the chunk was sent and its memory can be reused. An error means that the connection is closed. */
function write(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    outgoing.write(chunk, () => resolve());
  });
}

interface Reader {
  /** Undefined at the end, and once it was cancelled. */
  readonly read: () => Promise<Uint8Array | undefined>;
  readonly cancel: () => Promise<void>;
}

/**
 * Reads all chunks into one buffer, if the stream supports that. A new buffer for each chunk is garbage outside of the
 * heap, which triggers a collection of the whole heap as often as once a second.
 */
function byteReader(body: ReadableStream<Uint8Array>): Reader | undefined {
  const reader = byobReaderOf(body);
  if (!reader) return undefined;
  let memory = new ArrayBuffer(CHUNK);
  return {
    async read() {
      const { done, value } = await reader.read(new Uint8Array(memory));
      if (value) memory = value.buffer;
      return done ? undefined : value;
    },
    cancel: () => reader.cancel(),
  };
}

/** Only asking for a BYOB reader shows whether a stream is a byte stream. */
function byobReaderOf(body: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return body.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

function plainReader(body: ReadableStream<Uint8Array>): Reader {
  const reader = body.getReader();
  return { read: async () => (await reader.read()).value, cancel: () => reader.cancel() };
}
