import { type OperationId, operations } from "@sinkove/contract";
import { MAX_BODY_BYTES, type MockRequest } from "../http.ts";

/** A request whose body was read once, for all who need it. */
export interface ReceivedRequest {
  /** The request with a body that can be read again. */
  readonly request: MockRequest;
  /** Undefined if there is none, or if it is longer than any operation takes. */
  readonly body: string | undefined;
}

const utf8: TextDecoder = new TextDecoder();

/** Whether the body of a request is read: the API refuses by its length alone what is too long. */
export function takesBody(
  { headers }: Pick<MockRequest, "headers">,
  operationId: OperationId | undefined,
): boolean {
  const limits = operationId === undefined ? null : operations[operationId].body;
  return limits !== null && Number(headers.get("content-length")) <= limits.maxBytes;
}

/** Reads the body of a request; undefined where the client breaks off. */
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
