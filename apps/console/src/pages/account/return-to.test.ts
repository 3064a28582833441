import { describe, expect, it } from "vitest";
import { readReturnTo, returnAddress } from "./return-to.ts";

describe("readReturnTo", () => {
  it("keeps a page of the console with its search", () => {
    expect(readReturnTo({ returnTo: "/requests?code=NOT_FOUND" })).toEqual({
      returnTo: "/requests?code=NOT_FOUND",
    });
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", 7])(
    "leaves %s out, which is not a page of the console",
    (returnTo) => {
      expect(readReturnTo({ returnTo })).toEqual({});
    },
  );

  it("does not lead back to signing in", () => {
    expect(readReturnTo({ returnTo: "/sign-in?returnTo=%2F" })).toEqual({});
  });
});

describe("returnAddress", () => {
  it("is below the console, and its first page without a wish", () => {
    expect(returnAddress({ returnTo: "/usage" })).toBe("/console/usage");
    expect(returnAddress({})).toBe("/console/");
  });
});
