const MONTH = 2_592_000_000;
const UNITS = [
  ["year", 31_536_000_000],
  ["month", MONTH],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;
const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sept",
  "Oct",
  "Nov",
  "Dec",
];

let absolute: Intl.DateTimeFormat | undefined;

/** Formats a time relative to another, such as "3 hours ago" or "in 2 days". Both are in milliseconds since 1970. */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  const found = UNITS.find(([, length]) => Math.abs(distance) >= length);
  if (!found) return "just now";
  const [unit, length] = found;
  const count = Math.floor(Math.abs(distance) / length);
  const isPast = distance < 0;
  if (count === 1 && unit === "day") return isPast ? "yesterday" : "tomorrow";
  if (count === 1 && unit !== "hour" && unit !== "minute")
    return `${isPast ? "last" : "next"} ${unit}`;
  const text = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return isPast ? `${text} ago` : `in ${text}`;
}

/** Formats a time as relative if it is within 30 days, otherwise as a date. */
export function momentText(at: number, now: number): string {
  return Math.abs(at - now) < MONTH ? relativeTime(at, now) : dayText(at);
}

/**
 * Formats a time in full, in the time zone of the browser. The first call takes a phone 50 ms, because it uses `Intl`,
 * so do not call it while a page opens.
 */
export function absoluteTime(at: number): string {
  absolute ??= new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });
  return absolute.format(at);
}

/** Formats the date of a time, in the time zone of the browser. */
export function dayText(at: number): string {
  const date = new Date(at);
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** Formats the date of a time without the year, in UTC. */
export function utcDayText(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}
