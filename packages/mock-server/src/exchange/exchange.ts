import type { OperationId } from "@sinkove/contract";
import type { Engine } from "../engines/engine.ts";
import type { Sleep } from "../faults/damaged-body.ts";
import type { ActiveFaultRule } from "../faults/fault-rule.ts";
import type { FetchHandler, Override } from "../fetch-handler.ts";
import type { JournalEntry, JudgedViolation } from "../journal/journal.ts";
import type { World } from "../worlds/world.ts";
import type { Worlds } from "../worlds/worlds.ts";
import type { ReceivedRequest } from "./receive.ts";

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
  readonly answer: FetchHandler;
  /** Whether a contract that was given has what the API has not: then examples are all that there is. */
  readonly isAllThereIs: (request: Request) => boolean;
}

/** A request on its way. */
export interface Exchange extends ReceivedRequest {
  readonly parts: ExchangeParts;
  readonly world: World;
  readonly operationId: OperationId | undefined;
  readonly fault: ActiveFaultRule | undefined;
}

/** What is to be sent, and what the journal says of it. */
export interface Outcome {
  /** Undefined where the connection is to be reset. */
  readonly response: Response | undefined;
  /** Its body, where that is a text. */
  readonly body?: string | undefined;
  readonly answeredBy: JournalEntry["answeredBy"];
  readonly violations: readonly JudgedViolation[];
}
