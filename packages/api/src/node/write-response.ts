import type { ServerResponse } from "node:http";
import type { Awaitable } from "../awaitable.ts";
import type { HttpResponse } from "../http/messages.ts";
import { writeStream } from "./write-stream.ts";

/**
 * Writes a response of the API on Node's HTTP server. For a stream, it returns a promise that resolves when the stream
 * is handed over. If the stream fails, the promise rejects and the connection is closed.
 */
export function writeResponse(
  outgoing: ServerResponse,
  { status, headers, body }: HttpResponse,
): Awaitable<void> {
  if (body instanceof ReadableStream) {
    outgoing.writeHead(status, headers);
    return writeStream(outgoing, body);
  }
  if (typeof body === "string") {
    const length = Buffer.byteLength(body);
    outgoing.writeHead(status, { ...headers, "Content-Length": length });
    // If every character is one byte, Node does not have to search for others.
    outgoing.end(body, length === body.length ? "latin1" : "utf8");
    return;
  }
  const isBodiless = status === 204 || status === 304;
  outgoing.writeHead(
    status,
    isBodiless ? headers : { "Content-Length": body?.length ?? 0, ...headers },
  );
  outgoing.end(body ?? undefined);
}
