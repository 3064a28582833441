import fc from "fast-check";
import { expect, it } from "vitest";
import { atPublicAddress, readPublicAddress, readTarget } from "./target.ts";

it("takes every URL apart as URL does", () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
      (url, text) => {
        const { href, origin, pathname, search } = new URL(`${url}/${text}`);
        expect(readTarget(href)).toEqual({ origin, pathname, search });
      },
    ),
  );
});

it.each(["http://h/?", "http://h/#a?b", "http://[::1]:8080/a//b?c?d#e"])("reads %s", (url) => {
  const { origin, pathname, search } = new URL(url);
  expect(readTarget(url)).toEqual({ origin, pathname, search });
});

it("puts a target under the public address", () => {
  const address = readPublicAddress("https://api.example/sandbox/");
  const target = atPublicAddress(readTarget("http://10.0.0.1:8080/v1/me?a=1"), address);
  expect(target).toEqual({
    origin: "https://api.example",
    pathname: "/sandbox/v1/me",
    search: "?a=1",
  });
});
