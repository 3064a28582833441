import type { Violation } from "@sinkove/contract";
import { essenceOf } from "../engines/media-type.ts";
import { faultResponse } from "../faults/fault-response.ts";
import type { JudgedViolation } from "../journal/journal.ts";
import { prefersExample } from "../prism/prefer.ts";
import { problemResponse } from "../problem.ts";
import { knownText } from "../server/known-text.ts";
import type { Exchange, Outcome } from "./exchange.ts";

/** Has an exchange answered: by a fault, by an example, or by the API, which is held to the contract. */
export async function answer(exchange: Exchange): Promise<Outcome> {
  const { request, fault, operationId, parts } = exchange;
  if (fault?.action === "status") {
    const response = faultResponse(request, operationId, fault);
    return { ...(await readText(response)), answeredBy: "fault", violations: [] };
  }
  if (fault?.action === "reset" && fault.at !== "response") return RESET;
  const { examples } = parts;
  const isExample =
    prefersExample(request.headers) ||
    (operationId === undefined && examples.isAllThereIs(request));
  const outcome = isExample
    ? await judge(exchange, await examples.answer(request), "prism")
    : await judge(exchange, await askApi(exchange), "api");
  return fault?.action === "reset" ? { ...outcome, response: undefined } : outcome;
}

const RESET: Outcome = { response: undefined, answeredBy: "fault", violations: [] };

function askApi({ request, world, parts: { override } }: Exchange): Promise<Response> {
  return override ? override(request, world.answer) : world.answer(request);
}

/** A response that breaks the contract is not passed on as if it were right. */
async function judge(
  exchange: Exchange,
  given: Response,
  answeredBy: "api" | "prism",
): Promise<Outcome> {
  const { request, operationId, parts } = exchange;
  const read = await readText(given);
  if (!operationId) return { ...read, answeredBy, violations: [] };
  const { response, body } = read;
  const { status, headers } = response;
  const engine = parts.engine();
  const broken = await engine.judgeResponse(operationId, { status, headers, body }, request);
  const ignored = status < 400 ? await judgeRequest(exchange) : [];
  const violations = [...broken.map(placedIn("response")), ...ignored.map(accepted)];
  if (violations.length > 0) {
    const problem = brokenContract(request, headers.get("x-request-id"), violations);
    return { ...(await readText(problem)), answeredBy, violations };
  }
  return { ...read, answeredBy, violations: refusedFor(status, body).map(placedIn("request")) };
}

function judgeRequest({ request, body, operationId, parts }: Exchange): Promise<Violation[]> {
  const { method, headers } = request;
  const url = new URL(request.url);
  if (!operationId) return Promise.resolve([]);
  return parts.engine().judgeRequest(operationId, { method, url, headers, body });
}

/** What the API has told the client of its request. */
function refusedFor(status: number, body: string | undefined): Violation[] {
  if (status !== 422 || body === undefined) return [];
  const { errors }: { errors?: Violation[] } = JSON.parse(body);
  return Array.isArray(errors) ? errors : [];
}

function placedIn(place: JudgedViolation["in"]) {
  return (violation: Violation): JudgedViolation => ({ ...violation, in: place });
}

/** That a request was accepted is a fault of the response. */
function accepted({ pointer, detail, keyword }: Violation): JudgedViolation {
  const told = `was accepted, though the request breaks the contract: ${pointer} ${detail}`;
  return { in: "response", pointer: "", detail: told, keyword };
}

function brokenContract(
  request: Request,
  requestId: string | null,
  violations: readonly JudgedViolation[],
): Response {
  return problemResponse(request, "INTERNAL_ERROR", {
    requestId,
    status: 500,
    title: "The contract is broken",
    detail: `The response was not sent: it breaks the contract (violations: ${violations.length}, listed in errors). Mend what answers here, not your request; GET /_sandbox/journal?violations=response shows the exchange.`,
    errors: violations.map(({ pointer, detail, keyword }) => ({ pointer, detail, keyword })),
  });
}

/** The body of a response, where it is JSON; a file is passed on unread. */
async function readText(response: Response): Promise<{ response: Response; body?: string }> {
  const known = knownText(response);
  if (known !== undefined) return { response, body: known };
  if (!response.body) return { response };
  if (essenceOf(response.headers.get("content-type")) === "application/zip") return { response };
  const body = await response.text();
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  return { response: new Response(body, { status, headers }), body };
}
