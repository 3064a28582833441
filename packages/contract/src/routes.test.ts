import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { operations } from "./operations.ts";
import { matchPath } from "./routes.ts";

const all = Object.values(operations);

/** Fills each parameter of a path template with a text. */
const fill = (path: string, text: string): string =>
  path.replaceAll(/\{\w+\}/g, encodeURIComponent(text));

describe("matchPath", () => {
  test.each(all)("finds $id with the prefix and without it", ({ id, method, path }) => {
    for (const prefix of ["/v1", ""]) {
      const match = matchPath(prefix + fill(path, "a b"));
      expect([match?.operations.get(method)?.id, match?.prefix]).toEqual([id, prefix]);
    }
  });

  test("decodes each parameter once, whatever it is", () => {
    const texts = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...all), texts, ({ path }, text) => {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const expected = Object.fromEntries(names.map((name) => [name, text]));
        expect(matchPath(fill(path, text))?.parameters).toEqual(expected);
      }),
    );
  });

  test.each([
    "",
    "/",
    "/v1",
    "/v1/",
    "/v1/v1/datasets",
    "/datasets/",
    "//datasets",
    "/datasets//urls/download",
    "/Datasets",
    "/constructor",
    "/datasets/1/2",
  ])("finds nothing at %j", (path) => {
    expect(matchPath(path)).toBeUndefined();
  });

  test("keeps a badly encoded segment as it is", () => {
    expect(matchPath("/datasets/%zz")?.parameters).toEqual({ datasetId: "%zz" });
  });

  test("reads an encoded literal as itself", () => {
    expect(matchPath("/%64atasets")?.operations.get("GET")?.id).toBe("listDatasets");
  });
});
