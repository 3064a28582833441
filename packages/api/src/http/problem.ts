import {
  type ErrorCode,
  type InvalidApiKeyReason,
  type Problem,
  type Scope,
  statuses,
  type Violation,
} from "@sinkove/contract";
import {
  IdempotencyKeyBusyError,
  OutcomeUnknownError,
  StoreUnavailableError,
} from "../store/store.ts";
import type { HttpResponse } from "./messages.ts";

const STATUS: { readonly [Code in ErrorCode]: number } = {
  ...statuses,
  // Outside the operations of the contract.
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
};

/** Members that only some problems have, and headers that go with them. */
export interface ApiErrorOptions {
  readonly reason?: InvalidApiKeyReason;
  readonly requiredScopes?: readonly Scope[];
  readonly errors?: readonly Violation[];
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log. The client has it in `detail`. */
  readonly refusal?:
    | "scope"
    | "organization"
    | "role"
    | "origin"
    | "invitation"
    | "scheme"
    | "grant"
    | "suspended"
    | "account_limit"
    | "key_limit"
    | "session_limit"
    | "address_limit"
    | "invitation_limit"
    | "report_limit"
    | "signature";
}

/** Why a request was refused, for the log. */
export type RefusalReason = InvalidApiKeyReason | NonNullable<ApiErrorOptions["refusal"]>;

/** An error that is meant for the client. Its message is the problem's `detail`: never put a secret in it. */
export class ApiError extends Error {
  override readonly name: string = "ApiError";
  readonly code: ErrorCode;
  readonly options: ApiErrorOptions;

  constructor(code: ErrorCode, detail: string, options: ApiErrorOptions = {}) {
    super(detail);
    this.code = code;
    this.options = options;
  }
}

/** A request that breaks the contract in these ways. */
export function validationError(errors: readonly Violation[]): ApiError {
  const count = errors.length === 1 ? "1 violation" : `${errors.length} violations`;
  const detail = `The request breaks the contract: ${count}, listed in errors. Correct them all and send it again.`;
  return new ApiError("VALIDATION_ERROR", detail, { errors });
}

/** Where a problem happened. */
export interface ProblemPlace {
  readonly requestId: string;
  /** The path of the request, without its query. */
  readonly instance: string;
  /** Where the pages of the codes are. */
  readonly docsUrl: string;
}

const NOTHING_CHANGED =
  "The service cannot answer right now. Nothing was changed; try again later.";
const OUTCOME_UNKNOWN =
  "The service lost its database while it saved the request, which may have taken effect. Send the request again with the same Idempotency-Key, or look whether it took effect first.";

/** Converts any thrown value to what the client may know about it. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof IdempotencyKeyBusyError) {
    const detail = "A request with this Idempotency-Key is still running. Try again in a moment.";
    return new ApiError("IDEMPOTENCY_CONFLICT", detail);
  }
  if (error instanceof StoreUnavailableError) {
    const detail = error instanceof OutcomeUnknownError ? OUTCOME_UNKNOWN : NOTHING_CHANGED;
    const headers = { "Retry-After": "5" };
    return new ApiError("SERVICE_UNAVAILABLE", detail, { retryAfterSeconds: 5, headers });
  }
  const detail =
    "Something failed on our side. Try again; if it goes on, tell support the requestId.";
  return new ApiError("INTERNAL_ERROR", detail);
}

/** The default place of the pages about error codes. */
export const DOCS_URL = "https://docs.sinkove.com";

/**
 * The reply to an error (RFC 9457).
 *
 * @param status - default: that of the code
 */
export function problemReply(
  error: ApiError,
  place: ProblemPlace,
  status: number = STATUS[error.code],
): HttpResponse {
  const { headers, refusal: _, ...members } = error.options;
  const problem = {
    type: `${place.docsUrl}/errors/${error.code.toLowerCase().replaceAll("_", "-")}`,
    title: titleOf(error.code),
    status,
    detail: error.message,
    instance: place.instance,
    code: error.code,
    requestId: place.requestId,
    ...members,
  } satisfies Omit<Problem, "errors" | "requiredScopes">;
  // Without it, caches may keep some errors, such as 404 and 410, and serve them to others (RFC 9110, section 15.1).
  const all = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
  return { status, body: JSON.stringify(problem), headers: { ...all, ...headers } };
}

function titleOf(code: ErrorCode): string {
  const words = code
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/\bapi\b/, "API");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
