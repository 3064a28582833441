import type { Dataset, DatasetMetadata } from "@sinkove/contract";
import { toTimestamp, toTimestampOrNull } from "../moment.ts";
import type { DatasetRecord, Moment } from "../store/records.ts";
import { progressOf, stateOf } from "./state.ts";

/** A dataset at a moment, without anything that is only planned. */
export function presentDataset(dataset: DatasetRecord, now: Moment): Dataset {
  const { id, modelId, organizationId, ownerId, numSamples, args, createdAt } = dataset;
  return {
    id,
    modelId,
    organizationId,
    ownerId,
    numSamples,
    args: { ...args },
    createdAt: toTimestamp(createdAt),
    updatedAt: toTimestamp(lastChange(dataset, now)),
    metadata: presentMetadata(dataset, now),
  };
}

function presentMetadata(dataset: DatasetRecord, now: Moment): DatasetMetadata {
  const state = stateOf(dataset, now);
  const hasArchive = state === "READY" || state === "EXPIRED";
  return {
    id: dataset.metadataId,
    state,
    progress: progressOf(dataset, now),
    size: hasArchive ? dataset.size : 0,
    startedAt: state === "PENDING" ? null : toTimestampOrNull(dataset.startedAt),
    finishedAt: hasArchive || state === "FAILED" ? toTimestampOrNull(dataset.finishedAt) : null,
    expiresAt: hasArchive ? toTimestampOrNull(dataset.expiresAt) : null,
    failureReason: state === "FAILED" ? dataset.failureReason : null,
  };
}

function lastChange({ createdAt, startedAt, finishedAt, expiresAt }: DatasetRecord, now: Moment) {
  const past = (moment: Moment | null) => (moment !== null && moment <= now ? moment : createdAt);
  return Math.max(createdAt, past(startedAt), past(finishedAt), past(expiresAt));
}
