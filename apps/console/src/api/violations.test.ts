import { expect, it } from "vitest";
import { ProblemError } from "./problem-error.ts";
import { violationsOf } from "./violations.ts";

it("shows the first error of each field at that field", () => {
  const error = new ProblemError({
    ...{ type: "about:blank", title: "", status: 422, detail: "", instance: "/", requestId: "" },
    code: "VALIDATION_ERROR",
    errors: [
      { pointer: "/args/prompt", detail: "must not be empty", keyword: "minLength" },
      { pointer: "/args/prompt", detail: "must match", keyword: "pattern" },
      { pointer: "/numSamples", detail: "Too many.", keyword: "maximum" },
    ],
  });
  expect(violationsOf(error)).toEqual({
    "/args/prompt": "Must not be empty.",
    "/numSamples": "Too many.",
  });
});

it("has nothing to say about other errors", () => {
  expect(violationsOf(new TypeError("x"))).toEqual({});
});
