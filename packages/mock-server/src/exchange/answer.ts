import type { Awaitable, HttpResponse } from "@sinkove/api";
import type { Violation } from "@sinkove/contract";
import { askOverride } from "../as-fetch.ts";
import { faultResponse } from "../faults/fault-response.ts";
import { headerOf, type MockRequest } from "../http.ts";
import type { JudgedViolation } from "../journal/journal.ts";
import { prefersExample } from "../prism/prefer.ts";
import { problemResponse } from "../problem.ts";
import type { Exchange, ExchangeResult } from "./exchange.ts";
import { explainFrozenLimit } from "./frozen-limit.ts";

/** Answers an exchange with a fault, an example, or the API's response. Validates examples and API responses. */
export async function answer(exchange: Exchange): Promise<ExchangeResult> {
  const { request, fault, operationId, parts } = exchange;
  if (fault?.action === "status") {
    const response = faultResponse(request, operationId, fault);
    return { response, answeredBy: "fault", violations: [] };
  }
  if (fault?.action === "reset" && fault.at !== "response") return RESET;
  const { examples } = parts;
  if (examples.isOnlySource(request, operationId)) {
    const response = await examples.answer(request);
    return { response, answeredBy: "prism", violations: [] };
  }
  const result = prefersExample(request.headers)
    ? judge(exchange, await examples.answer(request), "prism")
    : judge(exchange, explainFrozenLimit(await askApi(exchange), exchange.world.clock), "api");
  return fault?.action === "reset" ? { ...result, response: undefined } : result;
}

const RESET: ExchangeResult = { response: undefined, answeredBy: "fault", violations: [] };

function askApi({ request, world, parts: { override } }: Exchange): Awaitable<HttpResponse> {
  return override ? askOverride(override, request, world.answer) : world.answer(request);
}

/** Replaces a response that breaks the contract with a 500 that lists the violations. */
function judge(
  exchange: Exchange,
  response: HttpResponse,
  answeredBy: "api" | "prism",
): ExchangeResult {
  const { request, operationId, parts } = exchange;
  if (!operationId) return { response, answeredBy, violations: [] };
  const { status, headers } = response;
  const body = textOf(response, request);
  const broken = parts.engine().judgeResponse(operationId, { status, headers, body }, request);
  const ignored = status < 400 ? judgeRequest(exchange) : [];
  if (broken.length + ignored.length > 0) {
    const violations = [...broken.map(placedIn("response")), ...ignored.map(accepted)];
    const requestId = headerOf(response, "x-request-id");
    return { response: brokenContract(request, requestId, violations), answeredBy, violations };
  }
  return { response, answeredBy, violations: refusedFor(status, body) };
}

/** The text body of a response. Undefined for files, which are not read, and for HEAD. */
export function textOf(
  { body }: HttpResponse,
  { method }: Pick<MockRequest, "method">,
): string | undefined {
  return typeof body === "string" && method !== "HEAD" ? body : undefined;
}

function judgeRequest({ request, body, operationId, parts }: Exchange): Violation[] {
  const { method, url, headers } = request;
  if (!operationId) return [];
  return parts.engine().judgeRequest(operationId, { method, url, headers, body });
}

/** The violations for which the API refused the request. */
function refusedFor(status: number, body: string | undefined): JudgedViolation[] {
  if (status !== 422 || body === undefined) return [];
  const { errors }: { errors?: Violation[] } = JSON.parse(body);
  return Array.isArray(errors) ? errors.map(placedIn("request")) : [];
}

function placedIn(place: JudgedViolation["in"]) {
  return (violation: Violation): JudgedViolation => ({ ...violation, in: place });
}

/** Reports the acceptance of an invalid request as a violation of the response. */
function accepted({ pointer, detail, keyword }: Violation): JudgedViolation {
  const reason = `was accepted, though the request breaks the contract: ${pointer} ${detail}`;
  return { in: "response", pointer: "", detail: reason, keyword };
}

function brokenContract(
  request: MockRequest,
  requestId: string | null,
  violations: readonly JudgedViolation[],
): HttpResponse {
  return problemResponse(request, "INTERNAL_ERROR", {
    requestId,
    status: 500,
    title: "The contract is broken",
    detail: `The response was not sent because it breaks the contract (violations: ${violations.length}, listed in errors). Fix the server, not your request; GET /_sandbox/journal?violations=response shows the exchange.`,
    errors: violations.map(({ pointer, detail, keyword }) => ({ pointer, detail, keyword })),
  });
}
