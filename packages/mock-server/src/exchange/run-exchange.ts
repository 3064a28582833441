import type { DatasetDownload, OperationId } from "@sinkove/contract";
import { damage } from "../faults/damage.ts";
import { redactBody, redactHeaders, redactText } from "../journal/redaction.ts";
import { problemResponse } from "../problem.ts";
import { operationOf, withoutVersion } from "../router.ts";
import type { World } from "../worlds/world.ts";
import type { Worlds } from "../worlds/worlds.ts";
import { answer } from "./answer.ts";
import { ConnectionResetError } from "./connection-reset-error.ts";
import type { Exchange, ExchangeParts, Outcome } from "./exchange.ts";
import { receive } from "./receive.ts";

/**
 * Leads a request through its world, its faults and the judgement of the contract, into the journal.
 *
 * @throws {ConnectionResetError} where a fault resets the connection
 */
export async function runExchange(request: Request, parts: ExchangeParts): Promise<Response> {
  const startedAt = parts.monotonic();
  const { pathname } = new URL(request.url);
  const operationId = operationOf(request.method, pathname);
  const world = worldOf(request, { pathname, operationId, worlds: parts.worlds });
  const fault = world.faults.take(operationId);
  const at = new Date(world.clock.now()).toISOString();
  const received = await receive(request, operationId).catch(() => undefined);
  if (!received) return brokenOff(request);
  const exchange: Exchange = { ...received, parts, world, operationId, fault };
  const waitedMs = await holdBack(exchange, () => request.signal);
  const outcome = await answer(exchange);
  rememberDownload(exchange, outcome);
  const { response } = outcome;
  const sent = response && (await damage(response, fault, parts.sleep));
  const durationMs = Math.round((parts.monotonic() - startedAt) * 1000) / 1000;
  write(exchange, outcome, { at, durationMs, waitedMs });
  if (!sent) throw new ConnectionResetError();
  return sent;
}

/** A request with no key of any world is refused by the first one as by any. */
function worldOf(
  request: Request,
  found: {
    readonly pathname: string;
    readonly operationId: OperationId | undefined;
    readonly worlds: Worlds;
  },
): World {
  const { pathname, operationId, worlds } = found;
  if (operationId !== "downloadFile") {
    return worlds.byAuthorization(request.headers.get("authorization")) ?? worlds.first;
  }
  const token = withoutVersion(pathname).slice("/downloads/".length);
  return worlds.byDownloadToken(token) ?? worlds.first;
}

function brokenOff(request: Request): Response {
  return problemResponse(request, "INVALID_REQUEST", {
    status: 400,
    title: "Invalid request",
    detail: "The request body broke off. Send it whole.",
  });
}

async function holdBack({ fault, parts }: Exchange, signal: () => AbortSignal): Promise<number> {
  if (fault?.action !== "latency") return 0;
  await parts.sleep(fault.milliseconds, signal());
  return fault.milliseconds;
}

/** A download needs no key: its token leads to the world that gave it away. */
function rememberDownload({ operationId, world, parts }: Exchange, outcome: Outcome): void {
  const isDownload =
    operationId === "getDatasetDownload" || operationId === "getOrganizationDatasetDownload";
  if (!isDownload || outcome.answeredBy !== "api" || outcome.response?.status !== 200) return;
  const download: DatasetDownload = JSON.parse(outcome.body ?? "{}");
  const token = download.URL.slice(download.URL.lastIndexOf("/") + 1);
  parts.worlds.rememberDownloadToken(token, world);
}

interface Times {
  readonly at: string;
  readonly durationMs: number;
  readonly waitedMs: number;
}

function write(exchange: Exchange, outcome: Outcome, { waitedMs, ...times }: Times): void {
  const { request, operationId, world, fault } = exchange;
  const { response, answeredBy, violations } = outcome;
  const requestId = response?.headers.get("x-request-id") ?? undefined;
  const url = new URL(request.url);
  world.journal.write({
    ...times,
    operationId,
    requestId,
    apiKeyId: requestId === undefined ? undefined : world.takeApiKeyId(requestId),
    answeredBy,
    request: {
      method: request.method,
      path: redactText(url.pathname + url.search),
      headers: redactHeaders(request.headers),
      body: exchange.body === undefined ? undefined : redactBody(exchange.body),
    },
    response: response && {
      status: response.status,
      headers: redactHeaders(response.headers),
      body: outcome.body === undefined ? undefined : redactBody(outcome.body),
    },
    violations: [...violations],
    fault: fault && { id: fault.id, action: fault.action, waitedMs },
  });
}
