import { type OperationId, operations } from "@sinkove/contract";
import { MAX_BODY_BYTES, type MockRequest } from "../http.ts";

/** A request whose body has been read. */
export interface ReceivedRequest {
  /** The request, whose body can be read again. */
  readonly request: MockRequest;
  /** The body as text. Undefined if there is none, or if it is longer than any operation allows. */
  readonly body: string | undefined;
}

const utf8: TextDecoder = new TextDecoder();

/** Whether to read the body of a request. The API rejects longer bodies by their Content-Length alone. */
export function takesBody(
  { headers }: Pick<MockRequest, "headers">,
  operationId: OperationId | undefined,
): boolean {
  const limits = operationId === undefined ? null : operations[operationId].body;
  return limits !== null && Number(headers.get("content-length")) <= limits.maxBytes;
}

/** Reads the body of a request. Resolves to undefined if the client disconnects before the end. */
export async function receive(request: MockRequest): Promise<ReceivedRequest | undefined> {
  try {
    const bytes = await request.readBody(MAX_BODY_BYTES);
    return {
      request: { ...request, readBody: async () => bytes },
      body: bytes && bytes.length > 0 ? utf8.decode(bytes) : undefined,
    };
  } catch {
    return undefined;
  }
}
