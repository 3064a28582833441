import type { DatasetState } from "@sinkove/contract";
import type { GenerationFacts, Moment } from "../store/records.ts";

/** A dataset's state at a moment: it follows from the stored facts, never from a timer. */
export function stateOf(facts: GenerationFacts, now: Moment): DatasetState {
  if (!hasCome(facts.startedAt, now)) return "PENDING";
  if (!hasCome(facts.finishedAt, now)) return "STARTED";
  if (facts.failureReason !== null) return "FAILED";
  return hasCome(facts.expiresAt, now) ? "EXPIRED" : "READY";
}

/** How much is done, in percent: as much as of the planned time has gone by. */
export function progressOf(facts: GenerationFacts, now: Moment): number {
  const { startedAt, finishedAt, failureReason } = facts;
  if (startedAt === null || finishedAt === null || startedAt >= now) return 0;
  if (finishedAt <= now) return failureReason === null ? 100 : 0;
  return Math.floor((100 * (now - startedAt)) / (finishedAt - startedAt));
}

function hasCome(moment: Moment | null, now: Moment): boolean {
  return moment !== null && moment <= now;
}
