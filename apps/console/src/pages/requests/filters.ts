import type { ErrorCode, LoggedRequest } from "@sinkove/contract";

/** Classes of status that the request log can be narrowed to. */
export const STATUS_CLASSES = ["2xx", "3xx", "4xx", "5xx"] as const;

/** What the request log is narrowed to. It is in the address, so that a link shows the same requests. */
export interface RequestFilters {
  readonly apiKeyId?: string;
  /** Absent: API keys, since what the console itself asks for is seldom looked for. */
  readonly actorType?: "person" | "anyone";
  readonly operation?: string;
  readonly statusClass?: (typeof STATUS_CLASSES)[number];
  readonly code?: ErrorCode;
  /** RFC 3339, as are all times in an address. */
  readonly occurredAfter?: string;
  readonly occurredBefore?: string;
}

/** How the API is asked for them. */
type RequestQuery = Omit<RequestFilters, "actorType"> & {
  readonly actorType?: LoggedRequest["actor"]["type"];
};

/** Reads the filters of an address, and leaves out what is not one. */
export function readRequestFilters(search: Record<string, unknown>): RequestFilters {
  const { apiKeyId, actorType, operation, statusClass, code } = search;
  const known = STATUS_CLASSES.find((each) => each === statusClass);
  return {
    ...(isText(apiKeyId, UUID) && { apiKeyId }),
    ...((actorType === "person" || actorType === "anyone") && { actorType }),
    ...(isText(operation, /^[A-Za-z]{1,100}$/) && { operation }),
    ...(known && { statusClass: known }),
    // A boundary: the contract's list of codes is open, and the server refuses what it does not know.
    ...(isText(code, /^[A-Z_]{1,100}$/) && { code: code as ErrorCode }),
    ...readPeriod(search),
  };
}

/** The query of the API for these filters. */
export function requestQuery({ actorType, ...filters }: RequestFilters): RequestQuery {
  if (actorType === "anyone") return filters;
  return { ...filters, actorType: actorType ?? "api_key" };
}

/** Reads `occurredAfter` and `occurredBefore`. */
function readPeriod({ occurredAfter, occurredBefore }: Record<string, unknown>): RequestFilters {
  return {
    ...(isMoment(occurredAfter) && { occurredAfter }),
    ...(isMoment(occurredBefore) && { occurredBefore }),
  };
}

/** The first UUID in a text, such as in a pasted error or log line. */
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
