import { redact } from "@sinkove/api-key";
import type { Operation, OperationId } from "@sinkove/contract";
import { matchPath, type PathMatch } from "@sinkove/contract/routes";
import { type Awaitable, andThen, attempt } from "./awaitable.ts";
import { type AnyHandler, type Exchange, instanceOf, perform } from "./exchange.ts";
import { handlers } from "./handlers.ts";
import type { HttpHandler, HttpRequest, HttpResponse } from "./http.ts";
import { toTimestamp } from "./moment.ts";
import { ApiError, problemReply, toApiError } from "./problem.ts";
import { uuidV7 } from "./random.ts";
import { addRateLimitHeaders } from "./rate-limit.ts";
import { toReply } from "./reply.ts";
import { readCorrelation } from "./requests/correlation.ts";
import { entryOf } from "./requests/entry.ts";
import type { Services } from "./services.ts";
import { publish, readTarget, type Target } from "./target.ts";

/** Leads each request to the handler of its operation, and whatever happens to a response. It never rejects. */
export function createApp(services: Services): HttpHandler {
  return (request) => {
    const own = readTarget(request.url);
    const arrival = arrive(request, own, services);
    const match = matchPath(own.pathname);
    if (!match) return refuse(arrival, notFound());
    const { method } = request;
    const operation = match.operations.get(method === "HEAD" ? "GET" : method);
    if (!operation) return refuse(arrival, methodNotAllowed(match.operations));
    const exchange = exchangeOf(arrival, operation, match);
    const reply = attempt(
      () => andThen(perform(exchange, handlerOf(operation.id)), toReply),
      (error) => problemOf(error, exchange),
    );
    const released = method === "HEAD" ? andThen(reply, release) : reply;
    return andThen(released, (response) => {
      count(exchange, response);
      remember(exchange, response);
      return send(response, exchange);
    });
  };
}

/** A request that has arrived, whatever it is for. */
type Arrival = Pick<
  Exchange,
  "request" | "requestId" | "now" | "startedAt" | "target" | "services"
>;

function arrive(request: HttpRequest, own: Target, services: Services): Arrival {
  const [now, startedAt] = [services.clock(), services.monotonic()];
  const target = publish(own, services.publicPlace);
  const requestId = uuidV7(now, services.random);
  return { request, requestId, now, startedAt, target, services };
}

function exchangeOf(arrival: Arrival, operation: Operation, match: PathMatch): Exchange {
  const { request, requestId, now, startedAt, target, services } = arrival;
  const prefix = (services.publicPlace?.path ?? "") + match.prefix;
  const path = match.parameters;
  return {
    request,
    requestId,
    now,
    startedAt,
    target,
    services,
    operation,
    prefix,
    path,
    principal: undefined,
    known: undefined,
    keyPrefix: undefined,
    dataset: undefined,
    refusal: undefined,
    rateLimit: undefined,
  };
}

function count(exchange: Exchange, { status }: HttpResponse): void {
  const { known, operation, services, now } = exchange;
  if (!known) return;
  const { apiKey } = known;
  const isAccepted = exchange.principal !== undefined;
  // Usage is that of API keys.
  if (apiKey) services.usage.record({ apiKey, isAccepted, operationId: operation.id, status, now });
}

/** Keeps it in the account's request log. */
function remember(exchange: Exchange, { status }: HttpResponse): void {
  const { known, services } = exchange;
  if (!known) return;
  const durationMs = durationOf(exchange);
  services.requests.record(entryOf(exchange, known, { status, durationMs }));
}

/** Until now, in milliseconds with three decimals. */
function durationOf({ services, startedAt }: Arrival): number {
  return Math.round((services.monotonic() - startedAt) * 1000) / 1000;
}

/** Nobody reads the body of an answer to HEAD: what it holds open is closed. */
function release(response: HttpResponse): Awaitable<HttpResponse> {
  const { body } = response;
  return body instanceof ReadableStream ? body.cancel().then(() => response) : response;
}

function problemOf(error: unknown, exchange: Exchange): HttpResponse {
  const { operation, services, requestId } = exchange;
  const apiError = toApiError(error);
  if (apiError.code === "INTERNAL_ERROR" || apiError.code === "SERVICE_UNAVAILABLE") {
    const text = error instanceof Error ? (error.stack ?? error.message) : `${error}`;
    const message = "request failed";
    const operationId = operation.id;
    services.log({ level: "error", message, requestId, operationId, error: redact(text) });
  }
  exchange.refusal = apiError;
  return problemReply(apiError, placeOf(exchange));
}

/** Writes a line in the log, and adds the headers that do not come from the handler. */
function send(
  { status, body, headers }: HttpResponse,
  sent: Arrival & Partial<Exchange>,
): HttpResponse {
  const { services, requestId, operation, principal, known, refusal } = sent;
  services.log({
    level: "info",
    message: "request",
    requestId,
    method: sent.request.method,
    operationId: operation?.id,
    apiKeyId: known?.apiKey?.id,
    accountId: known?.apiKey === null ? known.account.id : undefined,
    keyPrefix: sent.keyPrefix,
    address: sent.request.address,
    status,
    code: refusal?.code,
    reason: refusal?.options.reason ?? refusal?.options.refusal,
    durationMs: durationOf(sent),
    ...readCorrelation(sent.request),
  });
  const all: Record<string, string> = { ...headers, "X-Request-ID": requestId };
  if (sent.rateLimit) addRateLimitHeaders(all, sent.rateLimit);
  if (principal?.apiKey) Object.assign(all, deprecationHeaders(principal.apiKey));
  return { status, body, headers: all };
}

function handlerOf(id: OperationId): AnyHandler {
  // The table maps each id to the handler of its own context; that the two belong together is lost in a look-up.
  return handlers[id] as AnyHandler;
}

/** A rotated key's responses say so (RFC 9745), and when it stops working (RFC 8594). */
function deprecationHeaders({
  rotatedAt,
  expiresAt,
}: {
  readonly rotatedAt: number | null;
  readonly expiresAt: number | null;
}): Record<string, string> | undefined {
  if (rotatedAt === null) return undefined;
  const deprecation = { Deprecation: `@${Math.floor(rotatedAt / 1000)}` };
  if (expiresAt === null) return deprecation;
  return { ...deprecation, Sunset: new Date(toTimestamp(expiresAt)).toUTCString() };
}

function refuse(arrival: Arrival, error: ApiError): HttpResponse {
  return send(problemReply(error, placeOf(arrival)), { ...arrival, refusal: error });
}

function placeOf({ target, services: { docsUrl }, requestId }: Arrival) {
  return { requestId, instance: instanceOf(target), docsUrl };
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
