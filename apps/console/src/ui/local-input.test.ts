import { describe, expect, it } from "vitest";
import { fromLocalInput, toLocalInput } from "./local-input.ts";

describe("a moment in an input", () => {
  it("survives the way there and back, to the minute", () => {
    expect(fromLocalInput(toLocalInput("2026-11-24T10:07:00.000Z"))).toBe(
      "2026-11-24T10:07:00.000Z",
    );
  });

  it("is empty without a moment", () => {
    expect(toLocalInput(null)).toBe("");
    expect(fromLocalInput("")).toBeNull();
    expect(fromLocalInput("soon")).toBeNull();
  });
});
