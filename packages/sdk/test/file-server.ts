import { createHash } from "node:crypto";
import type { SinkoveOptions } from "../src/index.ts";
import { json, type Seen, setUp } from "./harness.ts";

export const SIZE = 50_000;
export const CONTENT = Uint8Array.from(
  { length: SIZE },
  (_, index) => (index * 31 + (index >> 8)) % 256,
);
export const SHA256 = createHash("sha256").update(CONTENT).digest("hex");
export const ETAG = '"one"';

interface Files {
  /** The number of bytes after which each response breaks. Without a number, a response is complete. */
  readonly breaks?: number[];
  readonly content?: Uint8Array;
  readonly ignoresRange?: boolean;
  readonly etag?: string;
  readonly respond?: (seen: Seen, index: number) => Response | undefined;
}

/** Starts a server with one file. `sent` lists the ranges that it sent. */
export function files(
  { breaks = [], content = CONTENT, ignoresRange, etag = ETAG, respond }: Files = {},
  options: SinkoveOptions = {},
) {
  const sent: [from: number, to: number][] = [];
  const client = setUp((seen, index) => {
    if (seen.url.endsWith("/urls/download")) {
      return json({ URL: "https://files.test/token", size: SIZE, sha256: SHA256 });
    }
    const other = respond?.(seen, index);
    if (other) return other;
    const start = ignoresRange ? 0 : Number(/\d+/.exec(seen.headers.get("range") ?? "")?.[0] ?? 0);
    const end = Math.min(SIZE, start + (breaks.shift() ?? SIZE));
    sent.push([start, end]);
    const headers: Record<string, string> = { etag };
    if (start > 0) headers["content-range"] = `bytes ${start}-${SIZE - 1}/${SIZE}`;
    return new Response(chunked(content, start, end), { status: start > 0 ? 206 : 200, headers });
  }, options);
  return { ...client, sent };
}

/** Returns a response whose body never arrives. */
export function hangs(): Response {
  return new Response(new ReadableStream({}));
}

function chunked(content: Uint8Array, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    pull(controller) {
      if (at < end) {
        const next = Math.min(end, at + 4_096);
        controller.enqueue(content.slice(at, next));
        at = next;
      } else if (end < SIZE) controller.error(new TypeError("terminated"));
      else controller.close();
    },
  });
}
