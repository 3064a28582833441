import type { HttpResponse, Target } from "@sinkove/api";
import type { OperationId } from "@sinkove/contract";
import type { Engine } from "../engines/engine.ts";
import type { Sleep } from "../faults/damaged-body.ts";
import type { ActiveFaultRule } from "../faults/fault-rule.ts";
import type { Override } from "../fetch-handler.ts";
import type { MockRequest } from "../http.ts";
import type { JournalEntry, JudgedViolation } from "../journal/journal.ts";
import type { World } from "../worlds/world.ts";
import type { Worlds } from "../worlds/worlds.ts";

/** The parts of a mock that all exchanges share. */
export interface ExchangeParts {
  readonly worlds: Worlds;
  readonly engine: () => Engine;
  readonly examples: Examples;
  /** Handles requests instead of the API, and may call it. */
  readonly override: Override | undefined;
  readonly sleep: Sleep;
  /** A monotonic clock in milliseconds of real time, for durations. */
  readonly monotonic: () => number;
}

/** Answers requests with the contract's examples. */
export interface Examples {
  readonly answer: (request: MockRequest) => Promise<HttpResponse>;
  /** Whether only examples can answer, because the given contract has another operation here than the API. */
  readonly isOnlySource: (
    request: Pick<MockRequest, "method" | "url">,
    operationId: OperationId | undefined,
  ) => boolean;
}

/** A request and its parsed target, before its world is known. */
export interface ParsedRequest {
  readonly request: MockRequest;
  readonly target: Target;
}

/** A request with its world, its operation and the fault that applies to it. */
export interface Exchange extends ParsedRequest {
  readonly parts: ExchangeParts;
  /** The request body. Undefined if there is none, or if it is longer than the API allows. */
  readonly body: string | undefined;
  readonly world: World;
  /** The id of the presented key, if the world issued it. */
  readonly apiKeyId: string | undefined;
  /** The id of the person whose session was presented. */
  readonly accountId: string | undefined;
  readonly operationId: OperationId | undefined;
  readonly fault: ActiveFaultRule | undefined;
}

/** The response to send, and what to record about it in the journal. */
export interface ExchangeResult {
  /** Undefined if the connection is to be reset. */
  readonly response: HttpResponse | undefined;
  readonly answeredBy: JournalEntry["answeredBy"];
  readonly violations: readonly JudgedViolation[];
}
