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

/** What exchanges need. */
export interface ExchangeParts {
  readonly worlds: Worlds;
  readonly engine: () => Engine;
  readonly examples: Examples;
  /** Answers instead of the API, and may ask it. */
  readonly override: Override | undefined;
  readonly sleep: Sleep;
  /** Milliseconds of real time, for durations. */
  readonly monotonic: () => number;
}

/** The contract's examples as answers. */
export interface Examples {
  readonly answer: (request: MockRequest) => Promise<HttpResponse>;
  /** Whether a contract that was given has another operation than the API here: then only its examples can answer. */
  readonly isAllThereIs: (
    request: Pick<MockRequest, "method" | "url">,
    operationId: OperationId | undefined,
  ) => boolean;
}

/** A request as it arrives. */
export interface Arrival {
  readonly request: MockRequest;
  readonly target: Target;
}

/** A request on its way. */
export interface Exchange extends Arrival {
  readonly parts: ExchangeParts;
  /** What was sent; undefined where there is none, or it is longer than the API takes. */
  readonly body: string | undefined;
  readonly world: World;
  /** Of the key that was presented, where the world has issued it. */
  readonly apiKeyId: string | undefined;
  /** Of the person whose session was presented. */
  readonly accountId: string | undefined;
  readonly operationId: OperationId | undefined;
  readonly fault: ActiveFaultRule | undefined;
}

/** What is to be sent, and what the journal says of it. */
export interface Outcome {
  /** Undefined where the connection is to be reset. */
  readonly response: HttpResponse | undefined;
  readonly answeredBy: JournalEntry["answeredBy"];
  readonly violations: readonly JudgedViolation[];
}
