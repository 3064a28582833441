import type { RequestListener, ServerResponse } from "node:http";
import type { HttpRequest, HttpResponse } from "@sinkove/api";
import { readTarget } from "@sinkove/api";
import { createCors, createListener, type NodeRequest, type Wire } from "@sinkove/api/node";
import { redact } from "@sinkove/api-key";
import { isControlPath } from "../control/control.ts";
import { CONTROL_TOKEN_HEADER } from "../control/control-token.ts";
import { isPageRequest } from "../control/sandbox-page.ts";
import type { MockHandler, MockRequest, MockResponse } from "../http.ts";
import { refusalOf, refuseSender } from "./control-access.ts";

/** Any page may call the API, since it is a sandbox. */
const cors = createCors({ origins: "*" });

/** A handler as a listener of Node's HTTP server, with CORS and with access control for the sandbox's controls. */
export function createMockListener(
  handle: MockHandler,
  controlToken: string | undefined,
): RequestListener {
  return createListener({
    onError(error, what) {
      // A client that breaks off is nothing to report.
      if (what === "request failed") console.error(redact(`sinkove-mock: ${what}: ${error}`));
    },
    async handle(request, wire) {
      const preflight = cors.preflight(request);
      if (preflight) return withTokenAllowed(preflight);
      const refusal = refusalTo(request, wire, controlToken);
      const response = withCors(refusal ?? (await handle(fromWire(request, wire))), request);
      if (!response) wire.incoming.socket.resetAndDestroy();
      if (!response?.isDamaged) return response;
      await writeDamaged(response, wire.outgoing);
      return undefined;
    },
  });
}

const ALLOWED_HEADERS = "Access-Control-Allow-Headers";

/** The API does not know the control token. */
function withTokenAllowed(preflight: HttpResponse): HttpResponse {
  const allowed = `${preflight.headers[ALLOWED_HEADERS]},${CONTROL_TOKEN_HEADER}`;
  return { ...preflight, headers: { ...preflight.headers, [ALLOWED_HEADERS]: allowed } };
}

/** Programs are not pages, and send no origin. */
function withCors(
  response: MockResponse | undefined,
  request: NodeRequest,
): MockResponse | undefined {
  if (!response || request.headers.get("origin") === null) return response;
  return { ...response, headers: { ...response.headers, ...cors.headersFor(request) } };
}

function refusalTo(
  request: HttpRequest,
  { incoming }: Wire,
  controlToken: string | undefined,
): HttpResponse | undefined {
  const { pathname } = readTarget(request.url);
  // The page itself tells nothing; it asks for the control token where it needs one.
  if (!isControlPath(pathname) || isPageRequest(request, pathname)) return undefined;
  const { method, headers } = request;
  const sender = { method, headers, address: incoming.socket.remoteAddress };
  const refusal = refusalOf(sender, controlToken);
  return refusal === undefined ? undefined : refuseSender(request, refusal);
}

function fromWire(request: NodeRequest, { outgoing }: Wire): MockRequest {
  const { method, url, headers, address } = request;
  // Without `network`: who tests what is refused is not to be slowed down for it.
  return {
    method,
    url,
    headers,
    address,
    readBody: (most) => request.readBody(most),
    gone: () => {
      const controller = new AbortController();
      outgoing.once("close", () => controller.abort());
      return controller.signal;
    },
  };
}

/** Breaking off in the middle is what is asked for here, and nothing to report. */
async function writeDamaged(
  { status, headers, body }: MockResponse,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(status, headers);
  outgoing.flushHeaders();
  try {
    // Only streams are damaged.
    for await (const part of body instanceof ReadableStream ? body : []) {
      if (outgoing.destroyed) return;
      await new Promise((resolve) => outgoing.write(part, resolve));
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}
