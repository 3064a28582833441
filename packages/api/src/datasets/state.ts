import type { DatasetState } from "@sinkove/contract";
import type { DatasetRecord, GenerationFacts, Moment } from "../store/records.ts";

/** A dataset's state at a moment: it follows from the stored facts, never from a timer. */
export function stateOf(facts: GenerationFacts, now: Moment): DatasetState {
  if (!hasCome(facts.startedAt, now)) return "PENDING";
  if (!hasCome(facts.finishedAt, now)) return "STARTED";
  if (facts.failureReason !== null) return "FAILED";
  return hasCome(facts.expiresAt, now) ? "EXPIRED" : "READY";
}

/** The progress in percent: of the samples, or of the planned time if the end is known. */
export function progressOf(dataset: DatasetRecord, now: Moment): number {
  const { startedAt, finishedAt, failureReason, samplesDone, numSamples } = dataset;
  if (startedAt === null || startedAt > now) return 0;
  if (finishedAt === null) return Math.floor((100 * samplesDone) / numSamples);
  if (finishedAt <= now) return failureReason === null ? 100 : 0;
  return Math.floor((100 * (now - startedAt)) / (finishedAt - startedAt));
}

function hasCome(moment: Moment | null, now: Moment): boolean {
  return moment !== null && moment <= now;
}
