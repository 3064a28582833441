import { type OperationId, operations } from "@sinkove/contract";
import { MAX_BODY_BYTES } from "../request-body.ts";

/** A request whose body was read once, for all who need it. */
export interface ReceivedRequest {
  /** The request with a body that is still unread. */
  readonly request: Request;
  /** Undefined where there is none, or it is longer than the API takes. */
  readonly body: string | undefined;
}

/**
 * Reads the body of a request, as far as the operation takes one.
 *
 * @throws the stream's error where the client breaks off
 */
export async function receive(
  request: Request,
  operationId: OperationId | undefined,
): Promise<ReceivedRequest> {
  const takesBody = operationId !== undefined && operations[operationId].body !== null;
  const length = request.headers.get("content-length");
  // The API refuses by its length alone what is too long.
  if (!takesBody || Number(length) > MAX_BODY_BYTES) return { request, body: undefined };
  const bytes = length === null ? await readSome(request) : await readAll(request);
  const { url, method, headers } = request;
  const unread = new Request(url, {
    method,
    headers,
    ...(bytes.length > 0 ? { body: bytes } : {}),
  });
  const isWhole = bytes.length > 0 && bytes.length <= MAX_BODY_BYTES;
  return { request: unread, body: isWhole ? new TextDecoder().decode(bytes) : undefined };
}

async function readAll(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await request.arrayBuffer());
}

/** Reads until it is clear that there is too much. */
async function readSome({ body }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > MAX_BODY_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
