import type { ErrorCode, LoggedRequest } from "@sinkove/contract";

/** The classes of status that the request log can be filtered by. */
export const STATUS_CLASSES = ["2xx", "3xx", "4xx", "5xx"] as const;

/** The filters of the request log. They are in the address, so that people can share them. */
export interface RequestFilters {
  readonly apiKeyId?: string;
  /** Default: requests of API keys, because people rarely look for the console's own requests. */
  readonly actorType?: "person" | "anyone";
  readonly operation?: string;
  readonly statusClass?: (typeof STATUS_CLASSES)[number];
  readonly code?: ErrorCode;
  /** RFC 3339, as all times in addresses. */
  readonly occurredAfter?: string;
  readonly occurredBefore?: string;
}

/** The query parameters of the API for these filters. */
type RequestQuery = Omit<RequestFilters, "actorType"> & {
  readonly actorType?: LoggedRequest["actor"]["type"];
};

/** Reads the filters from search parameters. Ignores invalid values. */
export function readRequestFilters(search: Record<string, unknown>): RequestFilters {
  const { apiKeyId, actorType, operation, statusClass, code } = search;
  const known = STATUS_CLASSES.find((each) => each === statusClass);
  return {
    ...(isText(apiKeyId, UUID) && { apiKeyId }),
    ...((actorType === "person" || actorType === "anyone") && { actorType }),
    ...(isText(operation, /^[A-Za-z]{1,100}$/) && { operation }),
    ...(known && { statusClass: known }),
    // The cast is safe because the contract's list of codes is open, and the server rejects unknown codes.
    ...(isText(code, /^[A-Z_]{1,100}$/) && { code: code as ErrorCode }),
    ...readPeriod(search),
  };
}

/** Returns the query parameters of the API for filters. */
export function requestQuery({ actorType, ...filters }: RequestFilters): RequestQuery {
  if (actorType === "anyone") return filters;
  return { ...filters, actorType: actorType ?? "api_key" };
}

/** Reads the time filters. */
function readPeriod({ occurredAfter, occurredBefore }: Record<string, unknown>): RequestFilters {
  return {
    ...(isMoment(occurredAfter) && { occurredAfter }),
    ...(isMoment(occurredBefore) && { occurredBefore }),
  };
}

/** Finds the first UUID in a text, such as a pasted error or log line. */
export function requestIdIn(text: string): string | undefined {
  return text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i)?.[0].toLowerCase();
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}

function isMoment(value: unknown): value is string {
  return isText(value, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) && !Number.isNaN(Date.parse(value));
}
