import { describe, expect, test } from "vitest";
import { compareDocuments } from "../diff/compare.ts";
import { base } from "./comparison/base.ts";
import { type Edit, edited, removed } from "./edit.ts";

const schemas = "/components/schemas";
const pet = `${schemas}/Pet`;
const owner = base.components.schemas.Owner;
const toOwner = `${pet}/properties/owner`;
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("the name of a schema", () => {
  test("breaks typed clients if it changes, and the line has the new one", () => {
    const changes = compare({
      [`${schemas}/Owner`]: removed,
      [`${schemas}/Keeper`]: owner,
      [toOwner]: reference("Keeper"),
    });
    expect(changes).toEqual([
      {
        verdict: "breaking",
        operation: "document",
        at: "#/components/schemas/Keeper",
        message: "the schema Owner is now called Keeper: typed clients use its name",
      },
    ]);
  });

  test("is found again if the schema changed too, by what refers to it", () => {
    const changes = compare({
      [`${schemas}/Owner`]: removed,
      [`${schemas}/Keeper`]: { ...owner, title: "A keeper" },
      [toOwner]: reference("Keeper"),
    });
    expect(changes.map(({ message }) => message)).toEqual([
      "the schema Owner is now called Keeper: typed clients use its name",
      "the title changed",
    ]);
  });

  test("is found again for schemas that refer to each other", () => {
    const person = { type: "object", properties: { pet: reference("Animal") } };
    const animal = { type: "object", properties: { owner: reference("Person") } };
    const changes = compare(
      {
        [`${schemas}/Person`]: removed,
        [`${schemas}/Animal`]: removed,
        [`${schemas}/Beast`]: { type: "object", properties: { owner: reference("Human") } },
        [`${schemas}/Human`]: { type: "object", properties: { pet: reference("Beast") } },
        [toOwner]: reference("Human"),
      },
      {
        [`${schemas}/Person`]: person,
        [`${schemas}/Animal`]: animal,
        [toOwner]: reference("Person"),
      },
    );
    expect(changes.map(({ message }) => message)).toEqual([
      "the schema Person is now called Human: typed clients use its name",
      "the schema Animal is now called Beast: typed clients use its name",
    ]);
  });

  test("breaks typed clients if the schema is written in place instead", () => {
    expect(compare({ [`${schemas}/Owner`]: removed, [toOwner]: owner })).toEqual([
      {
        verdict: "breaking",
        operation: "document",
        at: "#/components/schemas/Owner",
        message: "the schema Owner is gone: typed clients use its name",
      },
    ]);
  });

  test("breaks nobody if no operation uses the schema", () => {
    expect(compare({ [`${schemas}/Unused`]: removed })).toMatchObject([
      { verdict: "docs", message: "the schema Unused is gone; no operation uses it" },
    ]);
  });

  test("breaks nobody if it is new", () => {
    expect(compare({ [`${schemas}/Vet`]: { type: "object" } })).toMatchObject([
      { verdict: "compatible", message: "the schema Vet is new" },
    ]);
  });
});

function compare(edit: Edit, before: Edit = {}) {
  const old = edited(base, before);
  return compareDocuments(old, edited(old, edit));
}
