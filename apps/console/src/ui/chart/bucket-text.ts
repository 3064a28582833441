import { utcDayText } from "../time-text.ts";

/** Formats the start of an interval in UTC: "14 Nov", "09:00" or "14 Nov, 09:00". */
export function bucketText(
  start: string,
  interval: "hour" | "day",
  length: "short" | "long",
): string {
  const at = Date.parse(start);
  if (interval === "day") return utcDayText(at);
  const time = new Date(at).toISOString().slice(11, 16);
  return length === "short" ? time : `${utcDayText(at)}, ${time}`;
}
