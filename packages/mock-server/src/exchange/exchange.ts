import type { OperationId } from "@sinkove/contract";
import type { Engine } from "../engines/engine.ts";
import type { Sleep } from "../faults/damaged-body.ts";
import type { ActiveFaultRule } from "../faults/fault-rule.ts";
import type { FetchHandler } from "../fetch-handler.ts";
import type { JournalEntry, JudgedViolation } from "../journal/journal.ts";
import type { World } from "../worlds/world.ts";
import type { Worlds } from "../worlds/worlds.ts";
import type { ReceivedRequest } from "./receive.ts";

/** What exchanges need. */
export interface ExchangeParts {
  readonly worlds: Worlds;
  readonly engine: () => Engine;
  /** Answers from the contract's examples. */
  readonly examples: FetchHandler;
  /** Answers instead of the API, and may ask it. */
  readonly override: Override | undefined;
  readonly sleep: Sleep;
  /** Milliseconds of real time, for durations. */
  readonly monotonic: () => number;
}

/** Answers a request instead of the API, which it may ask. */
export type Override = (request: Request, api: FetchHandler) => Promise<Response>;

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
