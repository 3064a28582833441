import { isRedirect } from "@tanstack/react-router";
import { expect, it } from "vitest";
import { forgetToken, keepToken, tokenOf } from "./link-token.ts";

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

it("takes the token out of the address, without a step in the history", () => {
  const thrown = thrownBy(() => keepToken({ pathname: "/welcome", hash: "token=a%2Bb" }));
  if (!isRedirect(thrown)) throw new Error("It does not redirect.");
  expect(thrown.options).toMatchObject({ to: "/welcome", replace: true });
  expect(JSON.stringify(thrown.options)).not.toContain("a+b");
  expect(tokenOf("/welcome")).toBe("a+b");
});

it("keeps the token of each page apart until it was used", () => {
  thrownBy(() => keepToken({ pathname: "/invitations", hash: "#token=c" }));
  expect(tokenOf("/reset-password")).toBeUndefined();
  expect(tokenOf("/invitations")).toBe("c");
  forgetToken("/invitations");
  expect(tokenOf("/invitations")).toBeUndefined();
});

it("stays on the page if there is no token", () => {
  expect(thrownBy(() => keepToken({ pathname: "/verify-email", hash: "" }))).toBeUndefined();
});
