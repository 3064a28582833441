import type { ServerResponse } from "node:http";
import type { HttpResponse } from "../http.ts";
import { writeStream } from "./write-stream.ts";

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
    await writeStream(outgoing, body);
    return;
  }
  if (typeof body === "string") {
    const length = Buffer.byteLength(body);
    outgoing.writeHead(status, { ...headers, "Content-Length": length });
    // Where every character is one byte, Node need not look for those that are not.
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
