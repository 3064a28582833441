import { removed } from "../edit.ts";
import { type Case, newPet, pet } from "./case.ts";

const text = { type: "string" };
const numbers = { type: "array", items: { type: "number" } };

/** Keywords that combine schemas, and rare keywords of arrays and objects. */
export function keywordCases(side: "request" | "response"): Case[] {
  const schema = side === "request" ? newPet : pet;
  const name = `${schema}/properties/name`;
  const chip = `${schema}/properties/chip`;
  const list = `${schema}/properties/sizes`;
  const narrowing = side === "request" ? "breaking" : "compatible";
  const widening = side === "request" ? "compatible" : "breaking";
  const union = { [chip]: { oneOf: [text, { type: "integer" }] } };
  const joined = { [chip]: { allOf: [text, { minLength: 5 }] } };
  const withList = { [list]: numbers };
  return [
    {
      change: "`integer` becomes `number`",
      ours: widening,
      edit: { [`${schema}/properties/version`]: { type: "number" } },
      before: { [`${schema}/properties/version`]: { type: "integer" } },
    },
    {
      change: "alternative added to a `oneOf`",
      ours: widening,
      before: union,
      edit: { [`${chip}/oneOf/-`]: { type: "boolean" } },
    },
    {
      change: "alternative removed from a `oneOf`",
      ours: narrowing,
      before: union,
      edit: { [`${chip}/oneOf/1`]: removed },
    },
    {
      change: "part added to an `allOf`",
      ours: narrowing,
      before: joined,
      edit: { [`${chip}/allOf/-`]: { maxLength: 9 } },
    },
    {
      change: "part removed from an `allOf`",
      ours: widening,
      before: joined,
      edit: { [`${chip}/allOf/1`]: removed },
    },
    {
      change: "`exclusiveMinimum` added",
      ours: narrowing,
      edit: { [`${schema}/properties/weight/exclusiveMinimum`]: 5 },
    },
    {
      change: "`minItems` added",
      ours: narrowing,
      before: withList,
      edit: { [`${list}/minItems`]: 1 },
    },
    {
      change: "`uniqueItems` added",
      ours: narrowing,
      before: withList,
      edit: { [`${list}/uniqueItems`]: true },
    },
    {
      change: "items change their type",
      ours: "breaking",
      before: withList,
      edit: { [`${list}/items/type`]: "string" },
    },
    {
      change: "`prefixItems` removed",
      ours: widening,
      before: { [list]: { ...numbers, prefixItems: [text] } },
      edit: { [`${list}/prefixItems`]: removed },
    },
    {
      change: "`contains` added",
      ours: narrowing,
      before: withList,
      edit: { [`${list}/contains`]: { const: 1 } },
    },
    {
      change: "`patternProperties` added",
      ours: narrowing,
      edit: { [`${schema}/patternProperties`]: { "^x-": text } },
    },
    {
      change: "`propertyNames` added",
      ours: narrowing,
      edit: { [`${schema}/propertyNames`]: { maxLength: 20 } },
    },
    {
      change: "`unevaluatedProperties` added",
      ours: narrowing,
      edit: { [`${schema}/unevaluatedProperties`]: false },
    },
    {
      change: "`if` and `then` added",
      ours: narrowing,
      edit: {
        [`${schema}/if`]: { required: ["kind"] },
        [`${schema}/then`]: { required: ["weight"] },
      },
    },
    {
      change: "`contentMediaType` changed",
      ours: "breaking",
      before: { [`${name}/contentMediaType`]: "text/plain" },
      edit: { [`${name}/contentMediaType`]: "text/html" },
    },
    {
      change: "`anyOf` becomes `oneOf`, and alternatives overlap",
      ours: narrowing,
      before: { [chip]: { anyOf: [text, { type: "string", maxLength: 5 }] } },
      edit: { [chip]: { oneOf: [text, { type: "string", maxLength: 5 }] } },
    },
    {
      change: "`anyOf` becomes `oneOf`, and no alternatives overlap",
      ours: "docs",
      before: { [chip]: { anyOf: [text, { type: "integer" }] } },
      edit: { [chip]: { oneOf: [text, { type: "integer" }] } },
    },
  ];
}
