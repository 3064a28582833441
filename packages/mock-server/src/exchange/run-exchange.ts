import type { HttpResponse } from "@sinkove/api";
import { type DatasetDownload, type OperationId, operations } from "@sinkove/contract";
import { matchPath, type PathMatch } from "@sinkove/contract/routes";
import { damage } from "../faults/damage.ts";
import type { LatencyRange } from "../faults/fault-rule.ts";
import { headerOf, type MockRequest, type MockResponse } from "../http.ts";
import { beginningOf } from "../journal/redaction.ts";
import { problemResponse } from "../problem.ts";
import type { KnownKey, KnownSession, Worlds } from "../worlds/worlds.ts";
import { answer, textOf } from "./answer.ts";
import type { Exchange, ExchangeParts, ExchangeResult, ParsedRequest } from "./exchange.ts";
import { receive, takesBody } from "./receive.ts";

/**
 * Handles a request: finds its world, applies faults, validates the response and records the exchange in the journal.
 *
 * @returns undefined if a fault resets the connection
 */
export async function runExchange(
  { request, target }: ParsedRequest,
  parts: ExchangeParts,
): Promise<MockResponse | undefined> {
  const startedAt = parts.monotonic();
  const match = matchPath(target.pathname);
  const operationId = operationOf(request, match);
  const received = takesBody(request, operationId)
    ? await receive(request)
    : { request, body: undefined };
  if (!received) return incompleteBody(request);
  const { body } = received;
  const found = { match, operationId, body, worlds: parts.worlds };
  const { world, apiKeyId, accountId } = callerOf(request, found);
  const fault = world.faults.take(operationId);
  const at = world.clock.now();
  const own = { request: received.request, body, apiKeyId, accountId, operationId };
  const exchange: Exchange = { ...own, target, parts, world, fault };
  const waitedMs = fault?.action === "latency" ? await delay(exchange, fault.milliseconds) : 0;
  const result = await answer(exchange);
  rememberDownload(exchange, result);
  const { response } = result;
  const sent = response && fault ? await damage(response, exchange) : response;
  const durationMs = Math.round((parts.monotonic() - startedAt) * 1000) / 1000;
  write(exchange, result, { at, durationMs, waitedMs });
  return sent;
}

function operationOf(
  { method }: MockRequest,
  match: PathMatch | undefined,
): OperationId | undefined {
  return match?.operations.get(method === "HEAD" ? "GET" : method)?.id;
}

/** The world of a request, and who sent it. */
type Caller = Pick<Exchange, "world" | "apiKeyId" | "accountId">;

/** Finds the caller. A request without a key or session of any world goes to the first world, which rejects it. */
function callerOf(
  request: MockRequest,
  found: {
    readonly match: PathMatch | undefined;
    readonly operationId: OperationId | undefined;
    readonly body: string | undefined;
    readonly worlds: Worlds;
  },
): Caller {
  const { match, operationId, body, worlds } = found;
  const nobody = { apiKeyId: undefined, accountId: undefined };
  if (operationId === "reportApiKeyLeak") {
    const reported = worlds.byAuthorization(`Bearer ${reportedKey(body)}`);
    return { ...nobody, world: reported?.world ?? worlds.first };
  }
  if (operationId !== "downloadFile") {
    return { ...nobody, world: worlds.first, ...presentedIn(request, worlds) };
  }
  const world = worlds.byDownloadToken(match?.parameters.downloadToken ?? "");
  return { ...nobody, world: world ?? worlds.first };
}

/** The key in a report of a leaked key; empty if there is none. */
function reportedKey(body = ""): string {
  try {
    const report: { readonly apiKey?: unknown } | null = JSON.parse(body);
    return `${report?.apiKey ?? ""}`.trim();
  } catch {
    return "";
  }
}

/** Like the API, ignores the session if the request has a key. */
function presentedIn(
  { headers }: MockRequest,
  worlds: Worlds,
): KnownKey | KnownSession | undefined {
  const authorization = headers.get("authorization");
  return authorization === null
    ? worlds.byCookie(headers.get("cookie"))
    : worlds.byAuthorization(authorization);
}

function incompleteBody(request: MockRequest): HttpResponse {
  return problemResponse(request, "INVALID_REQUEST", {
    status: 400,
    title: "Invalid request",
    detail: "The request body is incomplete. Send all of it.",
  });
}

async function delay(
  { request, parts, world }: Exchange,
  latency: number | LatencyRange,
): Promise<number> {
  const milliseconds = world.faults.drawLatency(latency);
  await parts.sleep(milliseconds, request.gone());
  return milliseconds;
}

/** Remembers the world of a download token, because downloads need no key. */
function rememberDownload({ operationId, world, parts }: Exchange, result: ExchangeResult): void {
  const operation = operationId && operations[operationId];
  const isDownload = (operation?.scopedFormOf ?? operation?.id) === "getDatasetDownload";
  const { response, answeredBy } = result;
  if (!isDownload || answeredBy !== "api" || response?.status !== 200) return;
  const download: DatasetDownload = JSON.parse(`${response.body}`);
  const token = download.URL.slice(download.URL.lastIndexOf("/") + 1);
  parts.worlds.rememberDownloadToken(token, world);
}

interface Times {
  readonly at: number;
  readonly durationMs: number;
  readonly waitedMs: number;
}

function write(exchange: Exchange, result: ExchangeResult, { waitedMs, ...times }: Times): void {
  const { request, operationId, apiKeyId, accountId, world, fault } = exchange;
  const { response, answeredBy, violations } = result;
  world.journal.write({
    ...times,
    operationId,
    requestId: (response && headerOf(response, "x-request-id")) ?? undefined,
    apiKeyId,
    accountId,
    answeredBy,
    request: {
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: beginningOf(exchange.body),
    },
    response: response && {
      status: response.status,
      headers: response.headers,
      body: beginningOf(textOf(response, request)),
    },
    violations,
    fault: fault && { id: fault.id, action: fault.action, waitedMs },
  });
}
