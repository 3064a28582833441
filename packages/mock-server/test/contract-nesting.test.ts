import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { requireJudgeable } from "../src/contract/require-judgeable.ts";
import { MockError } from "../src/index.ts";

const require = createRequire(import.meta.url);
const own = JSON.parse(readFileSync(require.resolve("@sinkove/openapi/openapi.json"), "utf8"));

test("a document that is nested too deeply is refused before anything recurses into it", () => {
  const nested = (levels: number): object => {
    let schema: object = { type: "string" };
    for (let level = 0; level < levels; level++) schema = { type: "array", items: schema };
    return {
      ...own,
      components: { ...own.components, schemas: { ...own.components.schemas, schema } },
    };
  };
  expect(() => requireJudgeable(nested(150), "it")).not.toThrow();
  const refusal =
    "it has more than 200 levels of objects and lists in #/components/schemas/schema/items";
  for (const levels of [250, 700, 100_000]) {
    expect(() => requireJudgeable(nested(levels), "it")).toThrow(refusal);
  }
  const circular = { ...own };
  circular["x-self"] = circular;
  expect(() => requireJudgeable(circular, "it")).toThrow(MockError);
});

test.each([
  [{ schemas: { A: { $ref: "#/components/schemas/A" } } }, "#/components/schemas/A"],
  [
    {
      schemas: {
        A: { $ref: "#/components/schemas/B" },
        B: { $ref: "#/components/schemas/A", description: "Has another member." },
      },
    },
    "#/components/schemas/B at #/components/schemas/A",
  ],
  [{ pathItems: { a: { $ref: "#/components/pathItems/a" } } }, "#/components/pathItems/a"],
])("references in a circle are refused: %j", (components, place) => {
  const document = { ...{ openapi: "3.1.0", info: { title: "A", version: "1" } }, components };
  expect(() => requireJudgeable(document, "It")).toThrow(`It refers to ${place}`);
  expect(() => requireJudgeable(document, "It")).toThrow("which only refers back to itself.");
});

test("a schema that contains itself is not a circle", () => {
  const Tree = { type: "object", properties: { left: { $ref: "#/components/schemas/Tree" } } };
  const document = { openapi: "3.1.0", info: { title: "A", version: "1" } };
  requireJudgeable({ ...document, components: { schemas: { Tree } } }, "It");
});
