import { describe, expect, it } from "vitest";
import { bucketText } from "./chart/bucket-text.ts";
import { dayText, momentText, relativeTime } from "./time-text.ts";

const now = Date.parse("2026-11-30T12:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("relativeTime", () => {
  it("takes the largest unit that fits", () => {
    expect(relativeTime(now - 3 * HOUR, now)).toBe("3 hours ago");
    expect(relativeTime(now + 50 * HOUR, now)).toBe("in 2 days");
    expect(relativeTime(now - 20_000, now)).toBe("just now");
  });

  it("says it as the browser's own formatter does", () => {
    const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
    const units = { minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY } as const;
    const cases = Object.entries(units).flatMap(([unit, length]) =>
      [-3, -2, -1, 1, 2, 3].map((count) => ({ unit: unit as keyof typeof units, length, count })),
    );
    expect(cases.map(({ count, length }) => relativeTime(now + count * length, now))).toEqual(
      cases.map(({ count, unit }) => format.format(count, unit)),
    );
    expect(relativeTime(now - 400 * DAY, now)).toBe(format.format(-1, "year"));
  });
});

describe("momentText", () => {
  it("gives the day of a moment that is more than 30 days away", () => {
    expect(momentText(Date.parse("2027-03-31T12:00:00Z"), now)).toBe("31 Mar 2027");
    expect(momentText(now - 24 * HOUR, now)).toBe("yesterday");
  });
});

it("writes days and times as the browser's own formatters do", () => {
  const moments = Array.from({ length: 24 }, (_, month) => now + month * 17.3 * DAY);
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });
  expect(moments.map(dayText)).toEqual(moments.map((at) => day.format(at)));
  const options = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  const [date, time] = [
    new Intl.DateTimeFormat("en-GB", options),
    new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" }),
  ];
  const starts = moments.map((at) => new Date(at).toISOString());
  expect(starts.map((start) => bucketText(start, "day", "long"))).toEqual(
    moments.map((at) => date.format(at)),
  );
  expect(starts.map((start) => bucketText(start, "hour", "long"))).toEqual(
    moments.map((at) => `${date.format(at)}, ${time.format(at)}`),
  );
  expect(bucketText("2026-11-30T09:00:00Z", "hour", "short")).toBe("09:00");
});
