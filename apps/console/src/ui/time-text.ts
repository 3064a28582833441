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

/** A moment seen from another, such as "3 hours ago" or "in 2 days". Both are in milliseconds since 1970. */
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

/** A moment within 30 days as a distance, and any other as its day. */
export function momentText(at: number, now: number): string {
  return Math.abs(at - now) < MONTH ? relativeTime(at, now) : dayText(at);
}

/**
 * A moment in full, in the time zone of the browser. The first one is slow (`Intl` costs a phone 50 ms): call it when
 * somebody asks for it, not while a page opens.
 */
export function absoluteTime(at: number): string {
  absolute ??= new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });
  return absolute.format(at);
}

/** The day of a moment, in the time zone of the browser. */
export function dayText(at: number): string {
  const date = new Date(at);
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** The day of a moment without its year, in UTC. */
export function utcDayText(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}
