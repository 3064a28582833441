import type { DatasetState } from "@sinkove/contract";

/** The labels of the states. */
export const STATE_LABELS: Readonly<Record<DatasetState, string>> = {
  PENDING: "Waiting",
  STARTED: "Generating",
  READY: "Ready",
  FAILED: "Failed",
  EXPIRED: "Expired",
};

/** The filters of the list of datasets. They are in the address, so that people can share them. */
export interface DatasetFilters {
  readonly organizationId?: string;
  readonly modelId?: string;
  readonly state?: DatasetState;
  /** RFC 3339. */
  readonly createdAfter?: string;
  readonly createdBefore?: string;
}

/** Reads the filters from search parameters. Ignores invalid values. */
export function readDatasetFilters(search: Record<string, unknown>): DatasetFilters {
  const { organizationId, modelId, state, createdAfter, createdBefore } = search;
  return {
    ...(isText(organizationId, UUID) && { organizationId }),
    ...(isText(modelId, UUID) && { modelId }),
    ...(isState(state) && { state }),
    ...(isMoment(createdAfter) && { createdAfter }),
    ...(isMoment(createdBefore) && { createdBefore }),
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function isState(value: unknown): value is DatasetState {
  return typeof value === "string" && Object.hasOwn(STATE_LABELS, value);
}

function isMoment(value: unknown): value is string {
  return isText(value, MOMENT) && !Number.isNaN(Date.parse(value));
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}
