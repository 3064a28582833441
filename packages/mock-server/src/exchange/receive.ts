import { type OperationId, operations } from "@sinkove/contract";
import { MAX_BODY_BYTES, type MockRequest } from "../http.ts";

/** A request whose body was read once, for all who need it. */
export interface ReceivedRequest {
  /** The request with a body that can be read again. */
  readonly request: MockRequest;
  /** Undefined where there is none, or it is longer than the API takes. */
  readonly body: string | undefined;
}

const utf8: TextDecoder = new TextDecoder();

/**
 * Reads the body of a request, as far as the operation takes one.
 *
 * @throws the stream's error where the client breaks off
 */
export async function receive(
  request: MockRequest,
  operationId: OperationId | undefined,
): Promise<ReceivedRequest> {
  const takesBody = operationId !== undefined && operations[operationId].body !== null;
  // The API refuses by its length alone what is too long.
  if (!takesBody || Number(request.headers.get("content-length")) > MAX_BODY_BYTES) {
    return { request, body: undefined };
  }
  const bytes = await request.readBody(MAX_BODY_BYTES);
  return {
    request: { ...request, readBody: async () => bytes },
    body: bytes && bytes.length > 0 ? utf8.decode(bytes) : undefined,
  };
}
