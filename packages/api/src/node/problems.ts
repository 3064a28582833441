import { randomUUID } from "node:crypto";
import type { HttpResponse } from "../http/messages.ts";
import { ApiError, DOCS_URL, problemReply } from "../http/problem.ts";

/** The response to a request that fails before it reaches the API, in the form of the API's own errors. */
export function hostProblem(
  code: "INVALID_REQUEST" | "INTERNAL_ERROR",
  detail: string,
  status?: number,
): HttpResponse {
  const requestId = randomUUID();
  const place = { requestId, instance: "/", docsUrl: DOCS_URL };
  const { headers, ...reply } = problemReply(new ApiError(code, detail), place, status);
  return { ...reply, headers: { ...headers, "X-Request-ID": requestId } };
}

/** The response to a request that cannot be read. */
export function unreadable(error: unknown): HttpResponse {
  const reason = error instanceof Error ? error.message : `${error}`;
  const detail = `The request cannot be read: ${reason}. Correct its target and its headers.`;
  return hostProblem("INVALID_REQUEST", detail);
}
