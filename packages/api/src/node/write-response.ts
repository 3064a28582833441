import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { HttpResponse } from "../http.ts";

/**
 * Writes a response of the API on Node's HTTP server. It resolves when the body is handed over; rejects where
 * the body breaks off, and then the connection is closed.
 */
export async function writeResponse(
  outgoing: ServerResponse,
  { status, headers, body }: HttpResponse,
): Promise<void> {
  if (body instanceof ReadableStream) {
    outgoing.writeHead(status, headers);
    // Node types its own streams apart from the platform's, which they are. The client's own end of it is no error.
    await pipeline(Readable.fromWeb(body as NodeStream), outgoing).catch((error: unknown) => {
      if (!isClosedByClient(error)) throw error;
    });
    return;
  }
  const length = body === null ? 0 : Buffer.byteLength(body);
  const isBodiless = status === 204 || status === 304;
  outgoing.writeHead(status, isBodiless ? headers : { "Content-Length": length, ...headers });
  outgoing.end(body ?? undefined);
}

function isClosedByClient(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}
