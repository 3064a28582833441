import type { HttpRequest, HttpResponse } from "@sinkove/api";
import { readTarget } from "@sinkove/api";
import { redact } from "@sinkove/api-key";
import type { ErrorCode, Problem, Violation } from "@sinkove/contract";

/** The contents of a problem document besides its code. */
export interface ProblemOptions {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly Violation[];
  readonly retryAfterSeconds?: number | undefined;
  /** Default: a new id. */
  readonly requestId?: string | null;
}

/** Creates a problem document (RFC 9457) that follows the contract, for errors that are not the API's. */
export function problemResponse(
  request: Pick<HttpRequest, "url">,
  code: ErrorCode,
  options: ProblemOptions,
): HttpResponse {
  const requestId = options.requestId ?? crypto.randomUUID();
  const { status, title, detail, errors, retryAfterSeconds } = options;
  const problem: Problem = {
    type: `https://docs.sinkove.com/errors/${code.toLowerCase().replaceAll("_", "-")}`,
    title,
    status,
    detail,
    instance: redact(readTarget(request.url).pathname),
    code,
    requestId,
    ...(errors ? { errors: [...errors] } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  return {
    status,
    body: JSON.stringify(problem),
    headers: {
      ...options.headers,
      "Content-Type": "application/problem+json",
      "X-Request-ID": requestId,
    },
  };
}
