/** The period of the usage page and the length of its intervals. */
export interface UsageView {
  readonly days?: (typeof RANGES)[number];
  readonly interval?: "hour" | "day";
  readonly apiKeyId?: string;
}

/** The length of the period in days. */
export const RANGES = [1, 7, 30] as const;

/** The default period. */
export const DEFAULT_DAYS = 7;

const HOUR = 3_600_000;
const LENGTHS = { hour: HOUR, day: 24 * HOUR } as const;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the view from search parameters. Ignores invalid values. */
export function readUsageView(search: Record<string, unknown>): UsageView {
  const { interval, apiKeyId } = search;
  const days = RANGES.find((each) => each === search.days);
  return {
    ...(days && { days }),
    ...((interval === "hour" || interval === "day") && { interval }),
    ...(typeof apiKeyId === "string" && UUID.test(apiKeyId) && { apiKeyId }),
  };
}

/** Returns the interval of a view. A single day is shown by hour. */
export function intervalOf({ days = DEFAULT_DAYS, interval }: UsageView): "hour" | "day" {
  return interval ?? (days === 1 ? "hour" : "day");
}

/**
 * Returns the start of the period that ends with the interval of `now` (RFC 3339). It is the start of an interval in
 * UTC, so it stays the same during the whole interval.
 *
 * @param now in milliseconds since 1970
 */
export function periodStart(view: UsageView, now: number): string {
  const { days = DEFAULT_DAYS } = view;
  const length = LENGTHS[intervalOf(view)];
  const current = Math.floor(now / length) * length;
  return new Date(current + length - days * LENGTHS.day).toISOString();
}
