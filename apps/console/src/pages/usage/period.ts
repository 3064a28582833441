/** How usage can be looked at: how far back, in intervals of what length. */
export interface UsageView {
  readonly days?: (typeof RANGES)[number];
  readonly interval?: "hour" | "day";
  readonly apiKeyId?: string;
}

/** How many days back. */
export const RANGES = [1, 7, 30] as const;

/** What is shown if the address does not say. */
export const DEFAULT_DAYS = 7;

const HOUR = 3_600_000;
const LENGTHS = { hour: HOUR, day: 24 * HOUR } as const;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the view of an address, and leaves out what is not part of one. */
export function readUsageView(search: Record<string, unknown>): UsageView {
  const { interval, apiKeyId } = search;
  const days = RANGES.find((each) => each === search.days);
  return {
    ...(days && { days }),
    ...((interval === "hour" || interval === "day") && { interval }),
    ...(typeof apiKeyId === "string" && UUID.test(apiKeyId) && { apiKeyId }),
  };
}

/** The interval of a view: a single day is shown by hour. */
export function intervalOf({ days = DEFAULT_DAYS, interval }: UsageView): "hour" | "day" {
  return interval ?? (days === 1 ? "hour" : "day");
}

/**
 * Where a period begins that ends with the interval of `now`: RFC 3339, at the beginning of an interval in UTC, so
 * that it stays the same for as long as that interval lasts.
 *
 * @param now in milliseconds since 1970
 */
export function periodStart(view: UsageView, now: number): string {
  const { days = DEFAULT_DAYS } = view;
  const length = LENGTHS[intervalOf(view)];
  const current = Math.floor(now / length) * length;
  return new Date(current + length - days * LENGTHS.day).toISOString();
}
