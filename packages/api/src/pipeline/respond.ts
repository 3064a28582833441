import { redact } from "@sinkove/api-key";
import type { Awaitable } from "../awaitable.ts";
import type { HttpResponse } from "../http/messages.ts";
import { type ApiError, problemReply, toApiError } from "../http/problem.ts";
import { addRateLimitHeaders } from "../http/rate-limit.ts";
import { toReply } from "../http/reply.ts";
import type { Target } from "../http/target.ts";
import { toTimestamp } from "../moment.ts";
import { type Call, found, type ReceivedRequest } from "./call.ts";
import { logFailure } from "./record.ts";

/** The response to a call that has an answer. */
export function replyTo(call: Call): Awaitable<HttpResponse> {
  const reply = toReply(found(call.answer));
  return call.request.method === "HEAD" ? release(reply) : reply;
}

/** Nobody reads the body of a response to HEAD, so its stream is closed. */
function release(response: HttpResponse): Awaitable<HttpResponse> {
  const { body } = response;
  return body instanceof ReadableStream ? body.cancel().then(() => response) : response;
}

/** The response to a call that a stage has ended with an error. */
export function problemOf(error: unknown, call: Call): HttpResponse {
  const apiError = toApiError(error);
  if (apiError.code === "INTERNAL_ERROR" || apiError.code === "SERVICE_UNAVAILABLE")
    logFailure(call, "request failed", error);
  call.refusal = apiError;
  return problemReply(apiError, placeOf(call));
}

/** The response to a request that calls no operation. */
export function refuse(received: ReceivedRequest, error: ApiError): HttpResponse {
  return problemReply(error, placeOf(received));
}

function placeOf({ target, services: { docsUrl }, requestId }: ReceivedRequest) {
  return { requestId, instance: instanceOf(target), docsUrl };
}

/** The path of a request for an error: without keys, and with valid URI characters only. */
function instanceOf({ pathname }: Target): string {
  return redact(pathname)
    .replaceAll(/%(?![0-9a-f]{2})/gi, "%25")
    .replaceAll(/[^\w\-.~!$&'()*+,;=:@/%]/gu, encodeURIComponent);
}

/** Adds the headers that do not come from the handler. */
export function withHeaders(
  { status, body, headers }: HttpResponse,
  { requestId, rateLimit, principal }: Pick<ReceivedRequest, "requestId"> & Partial<Call>,
): HttpResponse {
  const all: Record<string, string> = { ...headers, "X-Request-ID": requestId };
  if (rateLimit) addRateLimitHeaders(all, rateLimit);
  if (principal?.apiKey) Object.assign(all, deprecationHeaders(principal.apiKey));
  return { status, body, headers: all };
}

/** Headers for a rotated key, which say that it is deprecated (RFC 9745) and when it stops working (RFC 8594). */
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
