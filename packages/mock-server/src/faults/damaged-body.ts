/** Milliseconds of real time. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** A body that breaks off: `fetch` fails while it is read, a server closes the connection. */
export function truncated(
  bytes: Uint8Array<ArrayBuffer>,
  after: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) return controller.error(new TypeError("terminated"));
      isSent = true;
      const part = bytes.subarray(0, after);
      if (part.length > 0) controller.enqueue(part);
      else controller.error(new TypeError("terminated"));
    },
  });
}

/** How often a slow body sends something, in a second. */
const PARTS_A_SECOND = 10;

/** A body that comes slowly. */
export function slowed(
  bytes: Uint8Array<ArrayBuffer>,
  { bytesPerSecond, sleep }: { readonly bytesPerSecond: number; readonly sleep: Sleep },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const size = Math.max(1, Math.round(bytesPerSecond / PARTS_A_SECOND));
  const stopped = new AbortController();
  let offset = 0;
  return new ReadableStream({
    async pull(controller) {
      await sleep((1000 * size) / bytesPerSecond, stopped.signal);
      if (stopped.signal.aborted) return;
      controller.enqueue(bytes.subarray(offset, offset + size));
      offset += size;
      if (offset >= bytes.length) controller.close();
    },
    cancel: () => stopped.abort(),
  });
}
