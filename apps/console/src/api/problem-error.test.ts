import { describe, expect, it } from "vitest";
import { errorText } from "./error-text.ts";
import { isSignedOut, problemOf } from "./problem-error.ts";

const problem = (code: string, more: object = {}) =>
  new Response(
    JSON.stringify({
      ...{ type: "https://docs.example.org/errors/x", title: "Title", status: 401, detail: "Why." },
      ...{ instance: "/v1/me", code, requestId: "0190f3a0-0000-7000-8000-000000000001" },
      ...more,
    }),
    { status: 401 },
  );

describe("isSignedOut", () => {
  it("is true for an ended session and for no credentials", async () => {
    expect(isSignedOut(await problemOf(problem("INVALID_SESSION")))).toBe(true);
    expect(isSignedOut(await problemOf(problem("INVALID_API_KEY", { reason: "missing" })))).toBe(
      true,
    );
  });

  it("is false for a key that is wrong, and for other errors", async () => {
    expect(isSignedOut(await problemOf(problem("INVALID_API_KEY", { reason: "unknown" })))).toBe(
      false,
    );
    expect(isSignedOut(new TypeError("fetch failed"))).toBe(false);
  });
});

describe("problemOf", () => {
  it("gives a response without a problem document the code of its status", async () => {
    const error = await problemOf(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    expect(error).toMatchObject({ code: "HTTP_502", status: 502, requestId: "" });
  });
});

describe("errorText", () => {
  it("says what is wrong, with the request's id and every violation", async () => {
    const errors = [{ pointer: "/name", detail: "name is blank.", keyword: "pattern" }];
    const error = await problemOf(problem("VALIDATION_ERROR", { errors }));
    expect(errorText(error)).toEqual({
      title: "Title",
      detail: "Why. Name is blank.",
      page: "https://docs.example.org/errors/x",
      requestId: "0190f3a0-0000-7000-8000-000000000001",
    });
  });

  it("links only to addresses of the web", async () => {
    const error = await problemOf(problem("X", { type: "javascript:alert(1)" }));
    expect(errorText(error).page).toBeUndefined();
  });
});
