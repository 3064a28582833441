import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { isControlPath } from "../control/control.ts";
import { ConnectionResetError } from "../exchange/connection-reset-error.ts";
import { isDamaged } from "../faults/damage.ts";
import type { FetchHandler } from "../fetch-handler.ts";
import { problemResponse } from "../problem.ts";
import { CORS_HEADERS, isPreflight, preflightResponse } from "./cors.ts";
import { rememberTexts } from "./known-text.ts";
import { refusalOf, refuseSender } from "./local-only.ts";

/** Both ends of an exchange on Node's HTTP server. */
interface Wire {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** Thrown where the response is written already, or never will be. */
class HandledError extends Error {
  override readonly name = "HandledError";
}

/** A fetch handler as a listener of Node's HTTP server. */
export function createListener(
  fetch: FetchHandler,
  { ownsProcess }: { readonly ownsProcess: boolean },
): RequestListener {
  const serve = async (request: Request, wire: Wire): Promise<Response> => {
    const response = await answer(request, { fetch, ...wire });
    if (!isDamaged(response)) return response;
    await writeDamaged(response, wire.outgoing);
    throw new HandledError();
  };
  // Only servers of HTTP/2, which this is not, have other bindings.
  const listener = getRequestListener((request, wire) => serve(request, wire as Wire), {
    overrideGlobalObjects: ownsProcess,
    errorHandler: refuseUnreadable,
  });
  if (ownsProcess) rememberTexts();
  return listener;
}

async function answer(
  request: Request,
  { fetch, incoming, outgoing }: Wire & { readonly fetch: FetchHandler },
): Promise<Response> {
  if (isPreflight(request)) return preflightResponse(request);
  const { pathname } = new URL(request.url);
  if (isControlPath(pathname)) {
    const refusal = refusalOf({ address: incoming.socket.remoteAddress, headers: request.headers });
    if (refusal !== undefined) return refuseSender(request, refusal);
  }
  if (request.headers.has("origin")) outgoing.setHeaders(new Map(Object.entries(CORS_HEADERS)));
  try {
    return await fetch(request);
  } catch (error) {
    if (!(error instanceof ConnectionResetError)) throw error;
    incoming.socket.resetAndDestroy();
    throw new HandledError();
  }
}

/** Breaking off in the middle is what is asked for here, and nothing to report. */
async function writeDamaged(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  try {
    for await (const part of response.body ?? []) {
      if (outgoing.destroyed) return;
      await new Promise((resolve) => outgoing.write(part, resolve));
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

/** What is no request that a `Request` could be made of: its target or its Host is none. */
function refuseUnreadable(error: unknown): Response | undefined {
  if (error instanceof HandledError) return undefined;
  const reason = error instanceof Error ? error.message : `${error}`;
  return problemResponse({ url: "http://localhost/" }, "INVALID_REQUEST", {
    status: 400,
    title: "Invalid request",
    detail: `The request cannot be read: ${reason}. Correct its target and its Host header.`,
    headers: { Connection: "close" },
  });
}
