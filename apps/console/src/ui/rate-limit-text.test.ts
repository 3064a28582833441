import { expect, it } from "vitest";
import { rateLimitText } from "./rate-limit-text.ts";

it("groups the digits", () => {
  expect(rateLimitText({ limit: 1_000_000, windowSeconds: 60 })).toBe(
    "1,000,000 requests in 60 seconds",
  );
});

it("uses the singular for one", () => {
  expect(rateLimitText({ limit: 1, windowSeconds: 1 })).toBe("1 request in 1 second");
});
