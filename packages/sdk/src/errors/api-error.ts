import type { ErrorCode, InvalidApiKeyReason, Problem, Violation } from "@sinkove/contract";
import { BRAND, SinkoveError } from "./sinkove-error.ts";

/** The parts of an {@link APIError}. */
export interface APIErrorInit {
  readonly status: number;
  /** The body, if it is a problem document (RFC 9457); otherwise a title that says so. */
  readonly problem: Partial<Problem>;
  readonly requestId: string | undefined;
  /** In milliseconds, from the headers. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * The API answered with an error (RFC 9457; the contract's section "Errors"). `code` is typed with
 * the codes of the operation, so that a `switch` can be exhaustive; a newer server may send a code
 * that is not among them, and a response without a problem document gets `HTTP_<status>`: keep a `default`.
 */
export class APIError<Code extends string = ErrorCode> extends SinkoveError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "APIError";
  readonly status: number;
  /** Identifies the request in the log of the service. Quote it when you ask for help. */
  readonly requestId: string | undefined;
  /** What is wrong and what to do. */
  readonly detail: string | undefined;
  /** With `INVALID_API_KEY`: what is wrong with the key. */
  readonly reason: InvalidApiKeyReason | undefined;
  /** With `PERMISSION_DENIED`: the scopes that the key lacks. */
  readonly requiredScopes: readonly string[];
  /** With `VALIDATION_ERROR`: each violation, and where it is. */
  readonly errors: readonly Violation[];
  /** Seconds after which to try again, if the server says so. */
  readonly retryAfter: number | undefined;

  constructor({ status, problem, requestId, retryAfterMs }: APIErrorInit) {
    const { code = `HTTP_${status}`, title = "the service gave no reason" } = problem;
    const { detail, requiredScopes = [], retryAfterSeconds } = problem;
    const errors = Array.isArray(problem.errors) ? problem.errors : [];
    const places = errors.map((error) => `\n  ${error?.pointer}: ${error?.detail}`).join("");
    // The cast is safe because the contract lists the codes that the server sends. Newer servers may send others.
    super(code as Code, `${status} ${code}: ${detail ?? title}${places}`);
    this.status = status;
    this.requestId = requestId ?? problem.requestId;
    this.detail = detail;
    this.reason = problem.reason;
    this.requiredScopes = requiredScopes;
    this.errors = errors;
    this.retryAfter =
      retryAfterMs === undefined ? retryAfterSeconds : Math.ceil(retryAfterMs / 1000);
  }
}

/** 400: the request is not valid HTTP or JSON. */
export class BadRequestError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "BadRequestError";
}
/** 401: the API key is missing, wrong, expired, revoked or disabled. */
export class AuthenticationError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "AuthenticationError";
}
/** 402: the organization has fewer credits than the request costs. */
export class InsufficientCreditsError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "InsufficientCreditsError";
}
/** 403: the key lacks a scope, or has no access to the organization. */
export class PermissionDeniedError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "PermissionDeniedError";
}
/** 404: the resource does not exist, or belongs to another organization. */
export class NotFoundError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "NotFoundError";
}
/** 409: the resource is in a state that does not allow the request. */
export class ConflictError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "ConflictError";
}
/** 410: the resource existed and has expired. */
export class GoneError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "GoneError";
}
/** 422: the request breaks the contract; `errors` lists every violation. */
export class ValidationError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "ValidationError";
}
/** 429: too many requests, and the retries were used up; `retryAfter` says when to try again. */
export class RateLimitError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "RateLimitError";
}
/** 5xx: the service failed. */
export class ServerError<Code extends string = ErrorCode> extends APIError<Code> {
  /** @internal */
  static override readonly [BRAND]: string = "ServerError";
}
