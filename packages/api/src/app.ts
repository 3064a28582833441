import { redact } from "@sinkove/api-key";
import { type Operation, type OperationId, operations } from "@sinkove/contract";
import { Hono } from "hono";
import { type AnyHandler, type Exchange, instanceOf, perform } from "./exchange.ts";
import { handlers } from "./handlers.ts";
import { toTimestamp } from "./moment.ts";
import { ApiError, problemReply, toApiError } from "./problem.ts";
import { uuidV7 } from "./random.ts";
import { rateLimitHeaders } from "./rate-limit.ts";
import { type Reply, toReply } from "./reply.ts";
import type { LogEntry, Services } from "./services.ts";

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
        const path = context.req.param();
        return respond({ ...exchange, prefix: publicPathOf(services) + prefix, path });
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
  const [now, startedAt] = [services.clock(), services.monotonic()];
  const url = publicUrlOf(request, services);
  const requestId = uuidV7(now, services.random);
  return { request, operation, requestId, now, startedAt, url, services };
}

/** The address as the client knows it, which behind a proxy is not the one that arrives here. */
function publicUrlOf(request: Request, { publicUrl }: Services): URL {
  const url = new URL(request.url);
  if (publicUrl === undefined) return url;
  return new URL(publicPathOf({ publicUrl }) + url.pathname + url.search, publicUrl);
}

function publicPathOf({ publicUrl }: Pick<Services, "publicUrl">): string {
  return publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/$/, "");
}

async function respond(exchange: Exchange): Promise<Response> {
  const { operation, services } = exchange;
  const reply = await answer(exchange);
  if (exchange.request.method === "HEAD") await release(reply);
  const { principal } = exchange;
  if (principal) {
    services.usage.record({ principal, operationId: operation.id, status: reply.status });
  }
  const apiKeyId = principal?.apiKey.id;
  const ids = { operationId: operation.id, ...(apiKeyId === undefined ? {} : { apiKeyId }) };
  return send(reply, { ...exchange, ids, headers: headersOf(exchange) });
}

/** Nobody reads the body of an answer to HEAD: what it holds open is closed. */
async function release({ body }: Reply): Promise<void> {
  if (body instanceof ReadableStream) await body.cancel();
}

async function answer(exchange: Exchange): Promise<Reply> {
  const { operation, services, requestId } = exchange;
  try {
    return toReply(await perform(exchange, handlerOf(operation.id)));
  } catch (error) {
    const apiError = toApiError(error);
    if (apiError.code === "INTERNAL_ERROR" || apiError.code === "SERVICE_UNAVAILABLE") {
      const text = error instanceof Error ? (error.stack ?? error.message) : `${error}`;
      const operationId = operation.id;
      const message = "request failed";
      services.log({ level: "error", message, requestId, operationId, error: redact(text) });
    }
    return problemReply(apiError, placeOf(exchange.url, services, requestId));
  }
}

/** What a reply is sent with, and logged as. */
interface Sending extends Pick<Exchange, "request" | "requestId" | "startedAt" | "services"> {
  readonly ids?: Pick<LogEntry, "operationId" | "apiKeyId">;
  readonly headers?: Readonly<Record<string, string>>;
}

function send({ status, body, headers }: Reply, sending: Sending): Response {
  const { services, request, requestId, startedAt, ids } = sending;
  const { method } = request;
  const durationMs = Math.round((services.monotonic() - startedAt) * 1000) / 1000;
  const message = "request";
  services.log({ level: "info", message, requestId, method, ...ids, status, durationMs });
  const all = { ...headers, "X-Request-ID": requestId, ...sending.headers };
  return new Response(body, { status, headers: all });
}

function handlerOf(id: OperationId): AnyHandler {
  // The table maps each id to the handler of its own context; that the two belong together is lost in a look-up.
  return handlers[id] as AnyHandler;
}

function headersOf(exchange: Exchange): Record<string, string> {
  const limits = exchange.rateLimit && rateLimitHeaders(exchange.rateLimit);
  return { ...limits, ...deprecationHeaders(exchange) };
}

/** A rotated key's responses say so (RFC 9745), and when it stops working (RFC 8594). */
function deprecationHeaders({ principal }: Exchange): Record<string, string> {
  const { rotatedAt = null, expiresAt = null } = principal?.apiKey ?? {};
  if (rotatedAt === null) return {};
  const deprecation = { Deprecation: `@${Math.floor(rotatedAt / 1000)}` };
  if (expiresAt === null) return deprecation;
  return { ...deprecation, Sunset: new Date(toTimestamp(expiresAt)).toUTCString() };
}

function refuse(request: Request, services: Services, error: ApiError): Response {
  const startedAt = services.monotonic();
  const requestId = uuidV7(services.clock(), services.random);
  const place = placeOf(publicUrlOf(request, services), services, requestId);
  return send(problemReply(error, place), { request, requestId, startedAt, services });
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
