import type { Operation, ParameterValue } from "@sinkove/contract";
import type { PathMatch } from "@sinkove/contract/routes";
import type { Principal } from "../access/authentication.ts";
import type { Presented } from "../access/session.ts";
import type { Awaitable } from "../awaitable.ts";
import type { HttpRequest } from "../http/messages.ts";
import type { ApiError } from "../http/problem.ts";
import type { Query } from "../http/query.ts";
import type { RateLimitState } from "../http/rate-limit.ts";
import { atPublicAddress, type Target } from "../http/target.ts";
import type { AnyAnswer } from "../operation.ts";
import { uuidV7 } from "../random.ts";
import type { Services } from "../services.ts";
import type { DatasetRecord, Moment } from "../store/records.ts";

/** A received request, before its operation is known. */
export interface ReceivedRequest {
  readonly request: HttpRequest;
  readonly requestId: string;
  readonly now: Moment;
  /** On the clock that measures durations. */
  readonly startedAt: number;
  /** As the client knows it. */
  readonly target: Target;
  readonly services: Services;
}

/** Gives a request its id and its moment. `own` is the target that it was sent to. */
export function receive(request: HttpRequest, own: Target, services: Services): ReceivedRequest {
  const [now, startedAt] = [services.clock(), services.monotonic()];
  const target = atPublicAddress(own, services.publicAddress);
  const requestId = uuidV7(now, services.random);
  return { request, requestId, now, startedAt, target, services };
}

/** How long ago the request arrived, in milliseconds with three decimals. */
export function durationOf({ services, startedAt }: ReceivedRequest): number {
  return Math.round((services.monotonic() - startedAt) * 1000) / 1000;
}

/** Parameters and body as the contract types them. */
export interface Input {
  readonly parameters: Readonly<Record<string, ParameterValue | undefined>>;
  readonly body: unknown;
}

/**
 * The call of an operation, as it passes through the stages. Each stage adds facts for the
 * following ones.
 */
export interface Call extends ReceivedRequest {
  readonly operation: Operation;
  /** `/v1`, or nothing on the unversioned paths, after the path of the public URL. */
  readonly prefix: string;
  readonly path: Readonly<Record<string, string>>;
  query: Query | undefined;
  /** The API key or the session that came with the request. */
  presented: Presented | undefined;
  /** The owner of the key or session, accepted or not. */
  known: Principal | undefined;
  /** The caller, once accepted. */
  principal: Principal | undefined;
  /** The beginning of a key that is well-formed and unknown, for the log. */
  keyPrefix: string | undefined;
  /** The dataset that the store has read together with the key. */
  dataset: DatasetRecord | undefined;
  rateLimit: RateLimitState | undefined;
  input: Input | undefined;
  answer: AnyAnswer | undefined;
  /** The error that ended the call. */
  refusal: ApiError | undefined;
}

/** A step of every call. */
export type Stage = (call: Call) => Awaitable<void>;

/**
 * Creates the call of a request. All members exist from the start, so that all calls have the same
 * shape.
 */
export function callOf(received: ReceivedRequest, operation: Operation, match: PathMatch): Call {
  const { request, requestId, now, startedAt, target, services } = received;
  return {
    request,
    requestId,
    now,
    startedAt,
    target,
    services,
    operation,
    prefix: (services.publicAddress?.path ?? "") + match.prefix,
    path: match.parameters,
    query: undefined,
    presented: undefined,
    known: undefined,
    principal: undefined,
    keyPrefix: undefined,
    dataset: undefined,
    rateLimit: undefined,
    input: undefined,
    answer: undefined,
    refusal: undefined,
  };
}

/** Returns a fact that an earlier stage has added. @throws TypeError if that stage has not run */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("The stage that finds this out has not run.");
  return value;
}
