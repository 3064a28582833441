import type { Operation } from "@sinkove/contract";
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

/** A request that has arrived, whatever it is for. */
export interface Arrival {
  readonly request: HttpRequest;
  readonly requestId: string;
  readonly now: Moment;
  /** On the clock that measures durations. */
  readonly startedAt: number;
  /** As the client knows it. */
  readonly target: Target;
  readonly services: Services;
}

/** Gives a request its id and its moment. `own` is where it arrived. */
export function arrive(request: HttpRequest, own: Target, services: Services): Arrival {
  const [now, startedAt] = [services.clock(), services.monotonic()];
  const target = atPublicAddress(own, services.publicAddress);
  const requestId = uuidV7(now, services.random);
  return { request, requestId, now, startedAt, target, services };
}

/** How long ago the request arrived, in milliseconds with three decimals. */
export function durationOf({ services, startedAt }: Arrival): number {
  return Math.round((services.monotonic() - startedAt) * 1000) / 1000;
}

/** Parameters and body as the contract types them. */
export interface Input {
  readonly parameters: Readonly<Record<string, string | number | undefined>>;
  readonly body: unknown;
}

/** The call of an operation, on its way through the stages. What a stage finds out is for those after it. */
export interface Call extends Arrival {
  readonly operation: Operation;
  /** `/v1`, or nothing on the unversioned paths, after the path of the public URL. */
  readonly prefix: string;
  readonly path: Readonly<Record<string, string>>;
  query: Query | undefined;
  /** The API key or the session that came with the request. */
  presented: Presented | undefined;
  /** Whose key or session it is, accepted or not. */
  known: Principal | undefined;
  /** Who calls, once that is accepted. */
  principal: Principal | undefined;
  /** What can be shown of a key that is well-formed and unknown. */
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

/** The call that a request makes. Every member is there from the start, so that all calls have one shape. */
export function callOf(arrival: Arrival, operation: Operation, match: PathMatch): Call {
  const { request, requestId, now, startedAt, target, services } = arrival;
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

/** What an earlier stage has found out. @throws TypeError if it has not run */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("The stage that finds this out has not run.");
  return value;
}
