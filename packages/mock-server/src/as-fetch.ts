import { type HttpHandler, type HttpResponse, toFetch } from "@sinkove/api";
import { NodeHeaders } from "@sinkove/api/node";
import { essenceOf } from "./engines/media-type.ts";
import { ConnectionResetError } from "./exchange/connection-reset-error.ts";
import type { FetchHandler, Override } from "./fetch-handler.ts";
import { MAX_BODY_BYTES, type MockHandler, type MockRequest } from "./http.ts";

/** A handler in the shape of `fetch`: it rejects as `fetch` does where the connection is reset. */
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

/** A `Request` cannot have these. */
const UNFETCHABLE: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Has an override answer instead of the API; what the API refuses by its size alone, it never sees. */
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

/** The body is read where it is a text; a file is passed on unread. */
async function fromResponse(response: Response): Promise<HttpResponse> {
  const { status, body } = response;
  const headers = Object.fromEntries(response.headers);
  if (!body) return { status, headers, body: null };
  const isFile = essenceOf(headers["content-type"] ?? null) === "application/zip";
  return { status, headers, body: isFile ? body : await response.text() };
}
