import { andThen, type HttpHandler, type HttpRequest, type HttpResponse } from "@sinkove/api";
import { createCors } from "@sinkove/api/node";

/** Options of {@link createHost}. */
export interface HostOptions {
  readonly api: HttpHandler;
  /** Answers everything under `/auth`. */
  readonly auth: HttpHandler;
  /** Answers everything under `/console`. Default: the API, which knows nothing there. */
  readonly console?: HttpHandler;
  /** Whether the store answers. */
  readonly isStoreReady: () => Promise<boolean>;
  readonly isStopping: () => boolean;
  readonly corsOrigins: readonly string[];
}

/** Of a URL that has no path of the API. */
const OWN_PATH = /^\w+:\/\/[^/]+\/(healthz|readyz)(?:\?|$)/;

/** The first segment of a URL's path. */
const FIRST_SEGMENT = /^\w+:\/\/[^/]+\/([^/?]*)/;

/** The API and what surrounds it on a server: signing in, the console, health, readiness and CORS. */
export function createHost(options: HostOptions): HttpHandler {
  const { corsOrigins: origins } = options;
  const cors = origins.length > 0 ? createCors({ origins }) : undefined;
  const answer: HttpHandler = (request) =>
    ownAnswer(request, options) ?? handlerOf(request, options)(request);
  return (request) =>
    andThen(cors?.preflight(request) ?? answer(request), (response) => {
      // A client that keeps its connection open would keep the server from stopping.
      const closing = options.isStopping() ? { Connection: "close" } : undefined;
      if (!cors && !closing) return response;
      const headers = { ...response.headers, ...cors?.headersFor(request), ...closing };
      return { ...response, headers };
    });
}

function handlerOf({ url }: HttpRequest, options: HostOptions): HttpHandler {
  const segment = FIRST_SEGMENT.exec(url)?.[1];
  if (segment === "auth") return options.auth;
  return (segment === "console" ? options.console : undefined) ?? options.api;
}

/** The answer at the paths that are not the API's; undefined at all others. */
function ownAnswer(
  { method, url }: HttpRequest,
  options: HostOptions,
): Promise<HttpResponse> | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  const name = OWN_PATH.exec(url)?.[1];
  if (name === undefined) return undefined;
  return name === "readyz" ? readiness(options) : Promise.resolve(json(200, { status: "alive" }));
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
