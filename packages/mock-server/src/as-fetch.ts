import { type HttpHandler, type HttpResponse, toFetch } from "@sinkove/api";
import { NodeHeaders } from "@sinkove/api/node";
import { essenceOf } from "./engines/media-type.ts";
import { ConnectionResetError } from "./exchange/connection-reset-error.ts";
import type { FetchHandler, Override } from "./fetch-handler.ts";
import { MAX_BODY_BYTES, type MockHandler, type MockRequest } from "./http.ts";

/** Turns a handler into a `fetch` function, which rejects like `fetch` if the connection is reset. */
export function asFetch(handle: MockHandler): FetchHandler {
  return (request) => {
    const headers = new NodeHeaders(Object.fromEntries(request.headers));
    const answer: HttpHandler = async (sent) => {
      const response = await handle({ ...sent, headers, gone: () => request.signal });
      if (!response) throw new ConnectionResetError();
      return response;
    };
    return toFetch(answer)(request);
  };
}

/** Methods that a `Request` cannot have. */
const UNFETCHABLE: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/**
 * Passes a request to an override instead of the API. Requests that a `Request` cannot represent, and bodies over the
 * size limit, go to the API.
 */
export async function askOverride(
  override: Override,
  sent: MockRequest,
  api: HttpHandler,
): Promise<HttpResponse> {
  const request = UNFETCHABLE.has(sent.method) ? undefined : await toRequest(sent);
  return request ? fromResponse(await override(request, toFetch(api))) : api(sent);
}

async function toRequest(request: MockRequest): Promise<Request | undefined> {
  const { url, method } = request;
  const headers = new Headers(request.headers.entries());
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  if (Number(headers.get("content-length")) > MAX_BODY_BYTES) return undefined;
  const bytes = await request.readBody(MAX_BODY_BYTES);
  if (!bytes) return undefined;
  const body = bytes.length > 0 ? new Uint8Array(bytes) : null;
  return new Request(url, { method, headers, body });
}

/** Reads a text body. Passes a file on as a stream. */
async function fromResponse(response: Response): Promise<HttpResponse> {
  const { status, body } = response;
  const headers = Object.fromEntries(response.headers);
  if (!body) return { status, headers, body: null };
  const isFile = essenceOf(headers["content-type"] ?? null) === "application/zip";
  return { status, headers, body: isFile ? body : await response.text() };
}
