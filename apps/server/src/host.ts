import { andThen, type HttpHandler, type HttpResponse } from "@sinkove/api";
import { createCors } from "@sinkove/api/node";

/** Options of {@link createHost}. */
export interface HostOptions {
  readonly api: HttpHandler;
  /** Handles everything under `/auth`. */
  readonly auth: HttpHandler;
  /** Handles everything under `/console`. Default: the API, which responds with 404. */
  readonly console?: HttpHandler;
  /** Whether the store responds. */
  readonly isStoreReady: () => Promise<boolean>;
  readonly isStopping: () => boolean;
  readonly corsOrigins: readonly string[];
}

/** The first segment of a URL's path, and the slash after it. */
const PATH = /^\w+:\/\/[^/]+\/([^/?]*)(\/?)/;

/** Combines the API with the server's other parts: signing in, the console, health, readiness and CORS. */
export function createHost(options: HostOptions): HttpHandler {
  const { corsOrigins: origins } = options;
  const cors = origins.length > 0 ? createCors({ origins }) : undefined;
  const answer: HttpHandler = (request) => {
    const [, segment = "", slash] = PATH.exec(request.url) ?? [];
    const own = slash ? undefined : ownAnswer(segment, request.method, options);
    return own ?? handlerOf(segment, options)(request);
  };
  return (request) =>
    andThen(cors?.preflight(request) ?? answer(request), (response) => {
      // An open keep-alive connection would keep the server from stopping.
      const closing = options.isStopping() ? { Connection: "close" } : undefined;
      if (!cors && !closing) return response;
      const headers = { ...response.headers, ...cors?.headersFor(request), ...closing };
      return { ...response, headers };
    });
}

function handlerOf(segment: string, options: HostOptions): HttpHandler {
  if (segment === "auth") return options.auth;
  return (segment === "console" ? options.console : undefined) ?? options.api;
}

/** The response at the paths `/healthz` and `/readyz`; undefined for all others. */
function ownAnswer(
  segment: string,
  method: string,
  options: HostOptions,
): Promise<HttpResponse> | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  if (segment === "readyz") return readiness(options);
  return segment === "healthz" ? Promise.resolve(json(200, { status: "alive" })) : undefined;
}

async function readiness({ isStopping, isStoreReady }: HostOptions): Promise<HttpResponse> {
  if (isStopping()) return json(503, { state: "stopping" });
  return (await isStoreReady())
    ? json(200, { state: "ready" })
    : json(503, { state: "database does not answer" });
}

function json(status: number, body: object): HttpResponse {
  const headers = { "Content-Type": "application/json" };
  return { status, headers, body: JSON.stringify(body) };
}
