const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" });

/** The interval that begins at a moment, in UTC: "14 Nov", "09:00", or "14 Nov, 09:00". */
export function bucketText(
  start: string,
  interval: "hour" | "day",
  length: "short" | "long",
): string {
  const at = Date.parse(start);
  if (interval === "day") return DAY.format(at);
  return length === "short" ? TIME.format(at) : `${DAY.format(at)}, ${TIME.format(at)}`;
}
