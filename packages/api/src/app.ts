import { redact } from "@sinkove/api-key";
import { type Operation, type OperationId, operations } from "@sinkove/contract";
import { Hono } from "hono";
import { type AnyHandler, type Exchange, instanceOf, perform } from "./exchange.ts";
import { handlers } from "./handlers.ts";
import { toTimestamp } from "./moment.ts";
import type { AnyAnswer } from "./operation.ts";
import { ApiError, problemResponse, toApiError } from "./problem.ts";
import { uuidV7 } from "./random.ts";
import { rateLimitHeaders } from "./rate-limit.ts";
import type { Services } from "./services.ts";

/** Binds every operation of the contract to its handler, with the prefix `/v1` and without it. */
export function createApp(services: Services): Hono {
  const app = new Hono();
  for (const [path, byMethod] of operationsByPath()) {
    const pattern = path.replaceAll(/\{(\w+)\}/g, ":$1");
    for (const prefix of ["/v1", ""]) {
      app.all(prefix + pattern, (context) => {
        const { method } = context.req;
        const operation = byMethod.get(method === "HEAD" ? "GET" : method);
        if (!operation) return refuse(context.req.raw, services, methodNotAllowed(byMethod));
        const exchange = begin(context.req.raw, operation, services);
        return respond({ ...exchange, prefix, path: context.req.param() });
      });
    }
  }
  app.notFound((context) => refuse(context.req.raw, services, notFound()));
  return app;
}

function operationsByPath(): Map<string, Map<string, Operation>> {
  const paths = new Map<string, Map<string, Operation>>();
  for (const operation of Object.values(operations)) {
    const byMethod = paths.get(operation.path) ?? new Map<string, Operation>();
    paths.set(operation.path, byMethod.set(operation.method, operation));
  }
  return paths;
}

function begin(request: Request, operation: Operation, services: Services) {
  const now = services.clock();
  const url = publicUrlOf(request, services);
  return { request, operation, requestId: uuidV7(now, services.random), now, url, services };
}

/** The address as the client knows it, which behind a proxy is not the one that arrives here. */
function publicUrlOf(request: Request, { publicUrl }: Services): URL {
  const url = new URL(request.url);
  return publicUrl === undefined ? url : new URL(url.pathname + url.search, publicUrl);
}

async function respond(exchange: Exchange): Promise<Response> {
  const { operation, services, requestId } = exchange;
  const response = await answer(exchange);
  response.headers.set("X-Request-ID", requestId);
  if (exchange.rateLimit) setAll(response.headers, rateLimitHeaders(exchange.rateLimit));
  setAll(response.headers, deprecationHeaders(exchange));
  const apiKeyId = exchange.principal?.apiKey.id;
  if (exchange.principal) {
    const { status } = response;
    services.usage.record({ principal: exchange.principal, operationId: operation.id, status });
  }
  services.log({
    level: "info",
    message: "request",
    requestId,
    operationId: operation.id,
    status: response.status,
    ...(apiKeyId === undefined ? {} : { apiKeyId }),
  });
  return response;
}

async function answer(exchange: Exchange): Promise<Response> {
  const { operation, services, requestId } = exchange;
  try {
    return toResponse(await perform(exchange, handlerOf(operation.id)));
  } catch (error) {
    const apiError = toApiError(error);
    if (apiError.code === "INTERNAL_ERROR" || apiError.code === "SERVICE_UNAVAILABLE") {
      const text = error instanceof Error ? (error.stack ?? error.message) : `${error}`;
      const operationId = operation.id;
      const message = "request failed";
      services.log({ level: "error", message, requestId, operationId, error: redact(text) });
    }
    return problemResponse(apiError, placeOf(exchange.url, services, requestId));
  }
}

function handlerOf(id: OperationId): AnyHandler {
  // The table maps each id to the handler of its own context; that the two belong together is lost in a look-up.
  return handlers[id] as AnyHandler;
}

function toResponse({ status, body, headers }: AnyAnswer): Response {
  if (body === undefined) return new Response(null, { status, ...(headers && { headers }) });
  if (body instanceof Uint8Array) {
    // The only bytes that a handler answers with come from an archive, which owns its buffer.
    return new Response(body as Uint8Array<ArrayBuffer>, { status, ...(headers && { headers }) });
  }
  const all = { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers };
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** A rotated key's responses say so (RFC 9745), and when it stops working (RFC 8594). */
function deprecationHeaders({ principal }: Exchange): Record<string, string> {
  const { rotatedAt = null, expiresAt = null } = principal?.apiKey ?? {};
  if (rotatedAt === null) return {};
  const deprecation = { Deprecation: `@${Math.floor(rotatedAt / 1000)}` };
  if (expiresAt === null) return deprecation;
  return { ...deprecation, Sunset: new Date(toTimestamp(expiresAt)).toUTCString() };
}

function setAll(headers: Headers, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) headers.set(name, value);
}

function refuse(request: Request, services: Services, error: ApiError): Response {
  const requestId = uuidV7(services.clock(), services.random);
  const url = publicUrlOf(request, services);
  const response = problemResponse(error, placeOf(url, services, requestId));
  response.headers.set("X-Request-ID", requestId);
  return response;
}

function placeOf(url: URL, { docsUrl }: Services, requestId: string) {
  return { requestId, instance: instanceOf(url), docsUrl };
}

function methodNotAllowed(byMethod: ReadonlyMap<string, Operation>): ApiError {
  const methods = [...byMethod.keys()];
  const allowed = [...methods, ...(byMethod.has("GET") ? ["HEAD"] : [])].join(", ");
  const detail = `This path does not have that method. It has: ${allowed}.`;
  return new ApiError("METHOD_NOT_ALLOWED", detail, { headers: { Allow: allowed } });
}

function notFound(): ApiError {
  return new ApiError("NOT_FOUND", "There is nothing at this path. Compare it with the reference.");
}
