import type { Awaitable } from "../awaitable.ts";
import type { ArchivePart } from "../datasets/generation.ts";

/**
 * A request as the API reads it. It has only what the API needs, so that a server does not have to
 * create a `Request`, which costs more than the response.
 */
export interface HttpRequest {
  readonly method: string;
  /** Absolute and normalized, as in `Request`. */
  readonly url: string;
  readonly headers: Pick<Headers, "get">;
  /** The address of the client. Absent if there is no network in between. */
  readonly address?: string | undefined;
  /** The part of the address that stands for one client: an IPv4 address, or 64 bits of an IPv6 address. */
  readonly network?: string | undefined;
  /** Reads the body, once; undefined as soon as it is larger than that many bytes. */
  readonly readBody: (most: number) => Promise<Uint8Array | undefined>;
}

/** A response of the API. Servers write a plain object of headers out as it is. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ArchivePart | null;
}

/** Handles requests without `Request` and `Response`. */
export type HttpHandler = (request: HttpRequest) => Awaitable<HttpResponse>;

/** A handler in the shape of `fetch`. */
export function toFetch(handle: HttpHandler): (request: Request) => Promise<Response> {
  return async (request) => {
    const { status, headers, body } = await handle(fromRequest(request));
    return new Response(request.method === "HEAD" ? null : body, { status, headers });
  };
}

function fromRequest(request: Request): HttpRequest {
  const { method, url, headers } = request;
  return { method, url, headers, readBody: (most) => readStream(request.body, most) };
}

async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (!stream) return new Uint8Array();
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return concatenate(chunks, length);
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
