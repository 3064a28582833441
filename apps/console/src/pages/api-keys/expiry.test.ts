import { describe, expect, it } from "vitest";
import { dateInputValue, expiresAtOf, expiryError } from "./expiry.ts";

const now = Date.parse("2026-11-30T12:00:00Z");

describe("expiresAtOf", () => {
  it("counts days from now", () => {
    expect(expiresAtOf({ choice: "30", date: "" }, now)).toBe("2026-12-30T12:00:00.000Z");
    expect(expiresAtOf({ choice: "365", date: "" }, now)).toBe("2027-11-30T12:00:00.000Z");
  });

  it("lets a key work until the end of its last day, where the person is", () => {
    const at = expiresAtOf({ choice: "date", date: "2027-03-31" }, now);
    expect(new Date(at ?? "").getTime()).toBe(new Date(2027, 2, 31, 23, 59, 59).getTime());
  });

  it("sets no end for never", () => {
    expect(expiresAtOf({ choice: "never", date: "" }, now)).toBeNull();
  });
});

describe("expiryError", () => {
  it("accepts today and later", () => {
    expect(expiryError({ choice: "date", date: dateInputValue(now) }, now)).toBeNull();
  });

  it("refuses a day that has passed, and what is not a date", () => {
    expect(expiryError({ choice: "date", date: "2026-11-01" }, now)).toMatch(/past/);
    expect(expiryError({ choice: "date", date: "" }, now)).toMatch(/Choose a date/);
    expect(expiryError({ choice: "date", date: "2026-02-31x" }, now)).toMatch(/Choose a date/);
  });

  it("looks at the date only if it was chosen", () => {
    expect(expiryError({ choice: "never", date: "" }, now)).toBeNull();
  });
});
