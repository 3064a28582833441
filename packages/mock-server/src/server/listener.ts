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

/** Pages of any origin may call the API, because it is a sandbox. */
const cors = createCors({ origins: "*" });

/** Creates a listener for Node's HTTP server, with CORS and with access control for the controls. */
export function createMockListener(
  handle: MockHandler,
  controlToken: string | undefined,
): RequestListener {
  return createListener({
    onError(error, what) {
      // Disconnected clients are not reported.
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

/** Adds the control token's header, which the API does not know, to a preflight response. */
function withTokenAllowed(preflight: HttpResponse): HttpResponse {
  const allowed = `${preflight.headers[ALLOWED_HEADERS]},${CONTROL_TOKEN_HEADER}`;
  return { ...preflight, headers: { ...preflight.headers, [ALLOWED_HEADERS]: allowed } };
}

/** Adds CORS headers if the request has an `Origin`. Requests from programs have none. */
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
  // The page itself contains no data. If it needs the control token, it asks for it.
  if (!isControlPath(pathname) || isPageRequest(request, pathname)) return undefined;
  const { method, headers } = request;
  const sender = { method, headers, address: incoming.socket.remoteAddress };
  const refusal = refusalOf(sender, controlToken);
  return refusal === undefined ? undefined : refuseSender(request, refusal);
}

function fromWire(request: NodeRequest, { outgoing }: Wire): MockRequest {
  const { method, url, headers, address } = request;
  // `network` is omitted, so that the API does not slow down clients whose requests it refuses, such as tests.
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

/** Writes a body that a fault slows or truncates. Failing in the middle is intended and not reported. */
async function writeDamaged(
  { status, headers, body }: MockResponse,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(status, headers);
  outgoing.flushHeaders();
  try {
    // Only streams can be damaged.
    for await (const part of body instanceof ReadableStream ? body : []) {
      if (outgoing.destroyed) return;
      await new Promise((resolve) => outgoing.write(part, resolve));
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}
