const MONTH = 2_592_000_000;
const UNITS = [
  ["year", 31_536_000_000],
  ["month", MONTH],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

/** A moment seen from another, such as "3 hours ago" or "in 2 days". Both are in milliseconds since 1970. */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  const unit = UNITS.find(([, length]) => Math.abs(distance) >= length);
  if (!unit) return "just now";
  return relative.format(Math.trunc(distance / unit[1]), unit[0]);
}

/** A moment within 30 days as a distance, and any other as its day. */
export function momentText(at: number, now: number): string {
  return Math.abs(at - now) < MONTH ? relativeTime(at, now) : dayText(at);
}

/** A moment in full, in the time zone of the browser. */
export function absoluteTime(at: number): string {
  return absolute.format(at);
}

/** The day of a moment, in the time zone of the browser. */
export function dayText(at: number): string {
  return day.format(at);
}
