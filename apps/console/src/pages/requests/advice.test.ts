import { describe, expect, it } from "vitest";
import { adviceFor } from "./advice.ts";

describe("adviceFor", () => {
  it("has none for a success", () => {
    expect(adviceFor({ code: null, reason: null })).toBeUndefined();
  });

  it("says what the reason adds", () => {
    expect(adviceFor({ code: "INVALID_API_KEY", reason: "whitespace" })?.problem).toBe(
      "The request had no valid API key. The key had white space inside or around it.",
    );
    expect(adviceFor({ code: "PERMISSION_DENIED", reason: "odd" })?.problem).toContain(
      "Reason: odd.",
    );
  });

  it("leads to the error's page", () => {
    expect(adviceFor({ code: "RATE_LIMIT_EXCEEDED", reason: null })?.page).toBe(
      "https://docs.sinkove.com/errors/rate-limit-exceeded",
    );
  });

  it("explains codes that it does not know", () => {
    const advice = adviceFor({ code: "MODEL_NOT_FOUND", reason: null });
    expect(advice?.problem).toBe("There is nothing with this id, or the caller cannot reach it.");
    expect(adviceFor({ code: "LAST_OWNER", reason: null })?.remedy).toBe("Read the error's page.");
  });
});
