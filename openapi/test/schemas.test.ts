import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { Document } from "../document.ts";
import { contract } from "./contract.ts";
import { edited } from "./edit.ts";
import { schemaUses } from "./schema-uses.ts";

const uses = schemaUses(contract);
const validatorAt = createValidators(contract);

describe("the schemas of the contract", () => {
  test.each(uses)("compile as JSON Schema 2020-12, strictly: $pointer", ({ pointer }) => {
    expect(validatorAt(pointer)).toBeTypeOf("function");
  });

  test.each(
    uses.flatMap(({ pointer, examples }) => examples.map((example) => ({ pointer, ...example }))),
  )("accept the example $name, formats too: $pointer", ({ pointer, value }) => {
    const validate = validatorAt(pointer);
    validate?.(value);
    expect(validate?.errors).toBeNull();
  });

  test("describe every example of components/examples somewhere", () => {
    const used = new Set(uses.flatMap(({ examples }) => examples.map(({ name }) => name)));
    const all = Object.keys(contract.components?.examples ?? {});
    expect(all.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe("this check", () => {
  test("sees a value that breaks a format", () => {
    expect(validatorAt("/components/schemas/Uuid")?.("not-a-uuid")).toBe(false);
  });

  test("sees a keyword that does not exist", () => {
    const misspelt = edited(contract, { "/components/schemas/Uuid/fromat": "uuid" });
    expect(() => createValidators(misspelt)("/components/schemas/Uuid")).toThrow("fromat");
  });
});

/** Strict, except for OpenAPI's additions to schemas and the document members around them. */
function createValidators(document: Document) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats.default(ajv);
  ajv.addVocabulary(["example", "x-enumDescriptions", "x-scopes", ...Object.keys(document)]);
  ajv.addSchema({ $id: "https://contract.test/", ...document });
  return (pointer: string) => ajv.getSchema(`https://contract.test/#${encodeURI(pointer)}`);
}
