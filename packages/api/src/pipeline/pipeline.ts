import { andThen, attempt, inTurn } from "../awaitable.ts";
import type { HttpHandler, HttpResponse } from "../http/messages.ts";
import { ApiError } from "../http/problem.ts";
import { readTarget } from "../http/target.ts";
import type { Services } from "../services.ts";
import { authenticate } from "./authenticate.ts";
import { authorize } from "./authorize.ts";
import { type Call, type ReceivedRequest, receive, type Stage } from "./call.ts";
import { execute } from "./execute.ts";
import { limitAddress } from "./limit-address.ts";
import { limitRate } from "./limit-rate.ts";
import { readCredentials } from "./read-credentials.ts";
import { readInput } from "./read-input.ts";
import { readQueryString } from "./read-query-string.ts";
import { logResponse, recordCall } from "./record.ts";
import { problemOf, refuse, replyTo, withHeaders } from "./respond.ts";
import { route } from "./route.ts";

/** The stages of a call, in this order. A stage that refuses it throws an ApiError with one of the codes. */
const STAGES: readonly Stage[] = [
  readQueryString, // INVALID_REQUEST for an API key in the URL
  readCredentials, // INVALID_API_KEY, INVALID_SESSION
  authenticate, // the same, API_KEY_REVOKED, API_KEY_EXPIRED, API_KEY_DISABLED, RATE_LIMIT_EXCEEDED for the address
  limitRate, // RATE_LIMIT_EXCEEDED
  authorize, // PERMISSION_DENIED, NOT_ACCEPTABLE
  readInput, // VALIDATION_ERROR, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_REQUEST
  execute, // the handler, with its own errors; a write in a transaction
];

const PUBLIC_STAGES: readonly Stage[] = [
  readQueryString,
  limitAddress, // RATE_LIMIT_EXCEEDED for the address
  readInput,
  execute,
];

/**
 * Runs the operation of each request and returns its response, also for errors. It never rejects.
 */
export function createPipeline(services: Services): HttpHandler {
  return (request) => {
    const own = readTarget(request.url);
    const received = receive(request, own, services);
    const call = route(received, own); // NOT_FOUND, METHOD_NOT_ALLOWED
    if (call instanceof ApiError)
      return finish(refuse(received, call), { ...received, refusal: call });
    const stages = call.operation.isPublic ? PUBLIC_STAGES : STAGES;
    const reply = attempt(
      () => andThen(inTurn(stages, call), () => replyTo(call)),
      (error) => problemOf(error, call),
    );
    return andThen(reply, (response) => {
      recordCall(call, response);
      return finish(response, call);
    });
  };
}

function finish(response: HttpResponse, answered: ReceivedRequest & Partial<Call>): HttpResponse {
  logResponse(answered, response);
  return withHeaders(response, answered);
}
