/** Waits for milliseconds of real time, or until the signal aborts. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Creates a body that fails after some bytes: `fetch` fails while reading it, and the server closes the connection. */
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

/** How many chunks a slow body sends per second. */
const PARTS_A_SECOND = 10;

/** Creates a body that is sent at a limited rate. */
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
