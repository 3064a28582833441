import { removed } from "../edit.ts";
import { base } from "./base.ts";
import { type Case, type CaseGroup, newPet, pet, schemas } from "./case.ts";
import { keywordCases } from "./keyword-cases.ts";

const text = { type: "string" };
const owner = base.components.schemas.Owner;

export const schemaCases: readonly CaseGroup[] = [
  {
    title: "Names of schemas",
    cases: [
      {
        change: "schema renamed with its references",
        ours: "breaking",
        edit: {
          [`${schemas}/Owner`]: removed,
          [`${schemas}/Keeper`]: owner,
          [`${pet}/properties/owner/$ref`]: "#/components/schemas/Keeper",
        },
      },
      {
        change: "schema removed, written in place instead",
        ours: "breaking",
        edit: { [`${schemas}/Owner`]: removed, [`${pet}/properties/owner`]: owner },
      },
      { change: "schema added", ours: "compatible", edit: { [`${schemas}/Vet`]: text } },
      { change: "unused schema removed", ours: "docs", edit: { [`${schemas}/Unused`]: removed } },
      {
        change: "unused schema changed",
        ours: "docs",
        edit: { [`${schemas}/Unused/type`]: "integer" },
      },
    ],
  },
  { title: "Schemas in requests", cases: [...sideCases("request"), ...keywordCases("request")] },
  { title: "Schemas in responses", cases: [...sideCases("response"), ...keywordCases("response")] },
];

/** The same changes on each side: narrowing breaks senders, widening breaks readers. */
function sideCases(side: "request" | "response"): Case[] {
  const schema = side === "request" ? newPet : pet;
  const properties = `${schema}/properties`;
  const either = <T>(request: T, response: T) => (side === "request" ? request : response);
  const narrowing = either("breaking", "compatible") satisfies Case["ours"];
  const widening = either("compatible", "breaking") satisfies Case["ours"];
  const weight = `${properties}/weight`;
  const version = `${properties}/version`;
  const kind = `${properties}/kind`;
  return [
    { change: "member added", ours: "compatible", edit: { [`${properties}/age`]: text } },
    {
      change: "required member added",
      ours: narrowing,
      edit: { [`${properties}/age`]: text, [`${schema}/required/-`]: "age" },
    },
    { change: "member removed", ours: "breaking", edit: { [weight]: removed } },
    {
      change: "member becomes required",
      ours: narrowing,
      edit: { [`${schema}/required/-`]: "kind" },
    },
    { change: "member becomes optional", ours: "breaking", edit: { [`${schema}/required`]: [] } },
    { change: "type changed", ours: "breaking", edit: { [weight]: text } },
    {
      change: "`null` added to the type",
      ours: widening,
      edit: { [`${properties}/name/type`]: ["string", "null"] },
    },
    {
      change: "value added to an `enum`",
      ours: "compatible",
      edit: { [`${kind}/enum/-`]: "bird" },
    },
    {
      change: "value removed from an `enum`",
      ours: narrowing,
      edit: { [`${kind}/enum/1`]: removed },
    },
    { change: "`enum` removed", ours: widening, edit: { [`${kind}/enum`]: removed } },
    { change: "`const` added", ours: narrowing, edit: { [`${properties}/name/const`]: "Rex" } },
    { change: "`const` changed", ours: "breaking", edit: { [`${version}/const`]: 2 } },
    { change: "`const` removed", ours: widening, edit: { [`${version}/const`]: removed } },
    {
      change: "`const` written as an `enum` of one",
      ours: "docs",
      edit: { [version]: { type: "integer", enum: [1] } },
    },
    {
      change: "`maxLength` raised",
      ours: widening,
      edit: { [`${properties}/name/maxLength`]: 100 },
    },
    {
      change: "`maxLength` lowered",
      ours: narrowing,
      edit: { [`${properties}/name/maxLength`]: 20 },
    },
    { change: "`minimum` raised", ours: narrowing, edit: { [`${weight}/minimum`]: 1 } },
    {
      change: "`multipleOf` added",
      ours: narrowing,
      before: { [`${weight}/multipleOf`]: removed },
      edit: { [`${weight}/multipleOf`]: 10 },
    },
    {
      change: "`multipleOf` changed to a multiple (10 to 20)",
      ours: narrowing,
      edit: { [`${weight}/multipleOf`]: 20 },
    },
    {
      change: "`multipleOf` changed to a divisor (10 to 5)",
      ours: widening,
      edit: { [`${weight}/multipleOf`]: 5 },
    },
    { change: "`multipleOf` removed", ours: widening, edit: { [`${weight}/multipleOf`]: removed } },
    {
      change: "`pattern` added",
      ours: narrowing,
      edit: { [`${properties}/name/pattern`]: "^[A-Z]" },
    },
    {
      change: "`format` removed",
      ours: widening,
      before: { [`${properties}/name/format`]: "email" },
      edit: { [`${properties}/name/format`]: removed },
    },
    {
      change: "default changed",
      ours: either("breaking", "docs"),
      before: { [`${properties}/name/default`]: "Rex" },
      edit: { [`${properties}/name/default`]: "Tom" },
    },
    {
      change: "additional members refused",
      ours: narrowing,
      edit: { [`${schema}/additionalProperties`]: false },
    },
    { change: "`not` added", ours: narrowing, edit: { [`${properties}/name/not`]: { const: "" } } },
    {
      change: "`dependentRequired` added",
      ours: narrowing,
      edit: { [`${schema}/dependentRequired`]: { kind: ["weight"] } },
    },
    {
      change: "`discriminator` removed",
      ours: "breaking",
      before: { [`${schema}/discriminator`]: { propertyName: "kind" } },
      edit: { [`${schema}/discriminator`]: removed },
    },
    {
      change: "member becomes `readOnly`",
      ours: either("breaking", "docs"),
      edit: { [`${kind}/readOnly`]: true },
    },
    {
      change: "member no longer `readOnly`",
      ours: either("compatible", "docs"),
      before: { [`${kind}/readOnly`]: true },
      edit: { [`${kind}/readOnly`]: removed },
    },
    {
      change: "required member no longer `readOnly`",
      ours: either("breaking", "docs"),
      before: { [`${properties}/name/readOnly`]: true },
      edit: { [`${properties}/name/readOnly`]: removed },
    },
    {
      change: "member becomes `writeOnly`",
      ours: either("docs", "breaking"),
      edit: { [`${kind}/writeOnly`]: true },
    },
    {
      change: "member no longer `writeOnly`",
      ours: either("docs", "compatible"),
      before: { [`${kind}/writeOnly`]: true },
      edit: { [`${kind}/writeOnly`]: removed },
    },
    { change: "member deprecated", ours: "compatible", edit: { [`${kind}/deprecated`]: true } },
    {
      change: "member no longer deprecated",
      ours: "compatible",
      before: { [`${kind}/deprecated`]: true },
      edit: { [`${kind}/deprecated`]: removed },
    },
    {
      change: "description changed",
      ours: "docs",
      edit: { [`${properties}/name/description`]: "Its name." },
    },
  ];
}
