import type { RequestListener, ServerResponse } from "node:http";
import type { HttpRequest, HttpResponse } from "@sinkove/api";
import { readTarget } from "@sinkove/api";
import { createCors, createListener, type NodeRequest, type Wire } from "@sinkove/api/node";
import { redact } from "@sinkove/api-key";
import { isControlPath } from "../control/control.ts";
import type { MockHandler, MockRequest, MockResponse } from "../http.ts";
import { refusalOf, refuseSender } from "./local-only.ts";

/** Any page may call the API, since it is a sandbox. */
const cors = createCors({ origins: "*" });

/** A handler as a listener of Node's HTTP server, with CORS, and its controls for this machine alone. */
export function createMockListener(handle: MockHandler): RequestListener {
  return createListener({
    onError(error, what) {
      // A client that breaks off is nothing to report.
      if (what === "request failed") console.error(redact(`sinkove-mock: ${what}: ${error}`));
    },
    async handle(request, wire) {
      const own = cors.preflight(request) ?? refusalTo(request, wire);
      if (own) return own;
      const response = withCors(await handle(fromWire(request, wire)), request);
      if (!response) wire.incoming.socket.resetAndDestroy();
      if (!response?.isDamaged) return response;
      await writeDamaged(response, wire.outgoing);
      return undefined;
    },
  });
}

/** Programs are no pages, and send no origin. */
function withCors(
  response: MockResponse | undefined,
  request: NodeRequest,
): MockResponse | undefined {
  if (!response || request.headers.get("origin") === null) return response;
  return { ...response, headers: { ...response.headers, ...cors.headersFor(request) } };
}

function refusalTo(request: HttpRequest, { incoming }: Wire): HttpResponse | undefined {
  if (!isControlPath(readTarget(request.url).pathname)) return undefined;
  const { headers } = request;
  const refusal = refusalOf({ address: incoming.socket.remoteAddress, headers });
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
