import type { Violation } from "@sinkove/contract";
import { validationError } from "./http/problem.ts";
import type { Moment } from "./store/records.ts";

/** A moment as the API writes it (RFC 3339, UTC). */
export function toTimestamp(moment: Moment): string {
  const known = timestamps.get(moment);
  if (known !== undefined) return known;
  const timestamp = new Date(moment).toISOString();
  if (timestamps.size >= MOST_TIMESTAMPS) timestamps.clear();
  timestamps.set(moment, timestamp);
  return timestamp;
}

/** Often-read records have the same moments. Formatting four of them is a tenth of the cost of a response. */
const timestamps = new Map<Moment, string>();
const MOST_TIMESTAMPS = 1000;

export function toTimestampOrNull(moment: Moment | null): string | null {
  return moment === null ? null : toTimestamp(moment);
}

/** The first and the last moment that RFC 3339 can write in UTC: its years have four digits. */
export const FIRST_MOMENT: Moment = Date.parse("0000-01-01T00:00:00Z");
export const LAST_MOMENT: Moment = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * Parses a moment from a client, whose form the contract has validated. A leap second, which RFC 3339 allows, is read
 * as the second before it.
 *
 * @throws ApiError VALIDATION_ERROR for a date that does not exist, or a year outside of 0000 to 9999 in UTC
 */
export function toMoment(text: string, pointer: string): Moment {
  const moment = Date.parse(
    text
      .trim()
      .toUpperCase()
      .replace(/:60(?=\D|$)/, ":59"),
  );
  if (moment >= FIRST_MOMENT && moment <= LAST_MOMENT) return moment;
  const detail = Number.isNaN(moment)
    ? "must be a moment such as 2026-11-24T10:00:00Z"
    : "must lie in the years 0000 to 9999 in UTC";
  throw validationError([{ pointer, detail, keyword: "format" } satisfies Violation]);
}
