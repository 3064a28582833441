import type { HttpResponse } from "@sinkove/api";
import { type ErrorCode, type OperationId, operations } from "@sinkove/contract";
import { problemResponse } from "../problem.ts";
import type { FaultAction } from "./fault-rule.ts";

type StatusFault = Extract<FaultAction, { action: "status" }>;

/** The code for a status without a code in the contract, such as 502. */
const FALLBACK: ErrorCode = "SERVICE_UNAVAILABLE";
const WITH_RETRY_AFTER: ReadonlySet<number> = new Set([429, 503]);
const DETAIL = "A fault rule of the sandbox caused this response.";

/** Creates a rule's response, with the code that the contract declares for the operation and the status, if any. */
export function faultResponse(
  request: Pick<Request, "url">,
  operationId: OperationId | undefined,
  { status, code, retryAfterSeconds: asked }: StatusFault,
): HttpResponse {
  const [declared = FALLBACK] = (operationId && operations[operationId].errors[status]) ?? [];
  // readFaultRule has checked that the code is in the contract.
  const chosen = (code as ErrorCode | undefined) ?? declared;
  const retryAfterSeconds = asked ?? (WITH_RETRY_AFTER.has(status) ? 1 : undefined);
  return problemResponse(request, chosen, {
    status,
    title: titleOf(chosen),
    detail: DETAIL,
    retryAfterSeconds,
    headers: { ...headersOf(status), ...retryAfter(retryAfterSeconds) },
  });
}

function titleOf(code: ErrorCode): string {
  const words = code
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/\bapi\b/, "API");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function retryAfter(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { "Retry-After": `${seconds}` };
}

/** The headers that the contract requires for a status. */
function headersOf(status: number): Record<string, string> {
  const headers: Record<string, string> = {
    "X-RateLimit-Limit": "100",
    "X-RateLimit-Remaining": status === 429 ? "0" : "99",
    "X-RateLimit-Reset": "0",
    "RateLimit-Policy": '"per-account";q=100;w=60',
    RateLimit: `"per-account";r=${status === 429 ? 0 : 99};t=1`,
  };
  if (status === 401 || status === 403) headers["WWW-Authenticate"] = 'Bearer realm="sinkove"';
  return headers;
}
