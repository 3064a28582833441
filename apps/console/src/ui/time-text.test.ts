import { describe, expect, it } from "vitest";
import { momentText, relativeTime } from "./time-text.ts";

const now = Date.parse("2026-11-30T12:00:00Z");
const HOUR = 3_600_000;

describe("relativeTime", () => {
  it("takes the largest unit that fits", () => {
    expect(relativeTime(now - 3 * HOUR, now)).toBe("3 hours ago");
    expect(relativeTime(now + 50 * HOUR, now)).toBe("in 2 days");
    expect(relativeTime(now - 20_000, now)).toBe("just now");
  });
});

describe("momentText", () => {
  it("gives the day of a moment that is more than 30 days away", () => {
    expect(momentText(Date.parse("2027-03-31T12:00:00Z"), now)).toBe("31 Mar 2027");
    expect(momentText(now - 24 * HOUR, now)).toBe("yesterday");
  });
});
