import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDocuments } from "../diff/compare.ts";
import { isBreaking } from "../diff/report.ts";
import type { Document, Schema } from "../document.ts";
import { requestSchema, scalarSchema, value } from "./arbitrary-schema.ts";
import { compatibleChanges } from "./changes/compatible.ts";
import { docsChanges } from "./changes/docs.ts";
import { contract } from "./contract.ts";
import { edited } from "./edit.ts";

const ajv = new Ajv2020({ strict: false });
const values = fc.array(value, { minLength: 20, maxLength: 40 });

describe("for any schemas", () => {
  test("nothing changes between two that are the same", () => {
    fc.assert(
      fc.property(requestSchema, (schema) => {
        const [old, now] = [taking(schema), structuredClone(taking(schema))];
        expect(compareDocuments(old, now)).toEqual([]);
        expect(compareDocuments(giving(schema), structuredClone(giving(schema)))).toEqual([]);
      }),
    );
  });

  test("a request that was valid stays valid where nothing breaks", () => {
    fc.assert(
      fc.property(similar(requestSchema), values, ([old, now], requests) => {
        fc.pre(!isBreaking(compareDocuments(taking(old), taking(now))));
        expect(
          requests.filter(validator(old)).filter((request) => !validator(now)(request)),
        ).toEqual([]);
      }),
    );
  });

  test("a response was possible before where nothing breaks", () => {
    fc.assert(
      fc.property(similar(scalarSchema), values, ([old, now], responses) => {
        fc.pre(!isBreaking(compareDocuments(giving(old), giving(now))));
        expect(
          responses.filter(validator(now)).filter((response) => !validator(old)(response)),
        ).toEqual([]);
      }),
    );
  });

  test("what breaks a request breaks a response the other way round", () => {
    fc.assert(
      fc.property(similar(scalarSchema), ([old, now]) => {
        const breaksRequests = isBreaking(compareDocuments(taking(old), taking(now)));
        expect(isBreaking(compareDocuments(giving(now), giving(old)))).toBe(breaksRequests);
      }),
    );
  });

  test("a new member of a response is compatible, and its removal breaks", () => {
    fc.assert(
      fc.property(scalarSchema, fc.boolean(), (member, isRequired) => {
        const old = giving({ type: "object", properties: {} });
        const now = giving({
          type: "object",
          properties: { member },
          required: isRequired ? ["member"] : [],
        });
        expect(compareDocuments(old, now).map(({ verdict }) => verdict)).toEqual(["compatible"]);
        expect(isBreaking(compareDocuments(now, old))).toBe(true);
      }),
    );
  });
});

describe("for any of the changes that are called harmless", () => {
  test("all of them together break nothing", () => {
    fc.assert(
      fc.property(fc.subarray([...compatibleChanges, ...docsChanges]), (changes) => {
        const old = edited(contract, Object.assign({}, ...changes.map(({ before }) => before)));
        const now = changes.reduce((document, { edit }) => edited(document, edit), old);
        const breaking = compareDocuments(old, now).filter(({ verdict }) => verdict === "breaking");
        expect(breaking).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

/** Two schemas that often have parts in common. */
function similar(schema: fc.Arbitrary<Schema>): fc.Arbitrary<[Schema, Schema]> {
  return fc.oneof(
    fc.tuple(schema, schema),
    fc.tuple(schema, schema).map(([a, b]): [Schema, Schema] => [a, { anyOf: [a, b] }]),
    fc
      .tuple(schema, schema)
      .map(([a, b]): [Schema, Schema] => [{ anyOf: [b, a] }, { anyOf: [a, b] }]),
    fc.tuple(schema, scalarSchema).map(([a, b]): [Schema, Schema] => [{ allOf: [a, b] }, a]),
  );
}

function taking(schema: Schema): Document {
  const parameters = [{ name: "q", in: "query", schema }];
  return { paths: { "/q": { get: { operationId: "getQ", parameters, responses: {} } } } };
}

function giving(schema: Schema): Document {
  const response = { content: { "application/json": { schema } } };
  return { paths: { "/q": { get: { operationId: "getQ", responses: { "200": response } } } } };
}

function validator(schema: Schema): (candidate: unknown) => boolean {
  const validate = ajv.compile(schema);
  return (candidate) => validate(candidate);
}
