import { describe, expect, test } from "vitest";
import { compareDocuments } from "../diff/compare.ts";
import { IncomparableError } from "../diff/located.ts";
import { isBreaking, report } from "../diff/report.ts";
import { breakingChanges } from "./changes/breaking.ts";
import { compatibleChanges } from "./changes/compatible.ts";
import { docsChanges } from "./changes/docs.ts";
import { noChanges } from "./changes/none.ts";
import type { SingleChange } from "./changes/single-change.ts";
import { contract } from "./contract.ts";
import { edited, removed } from "./edit.ts";

describe("clients break if", () => {
  test.each(breakingChanges)("$title", (change) => {
    const changes = compare(change);
    expect(isBreaking(changes)).toBe(true);
    expect(messagesOf(changes)).toEqual(change.says);
  });
});

describe("clients go on working if", () => {
  test.each(compatibleChanges)("$title", (change) => {
    const changes = compare(change).filter(({ verdict }) => verdict !== "docs");
    expect(new Set(changes.map(({ verdict }) => verdict))).toEqual(new Set(["compatible"]));
    expect(messagesOf(changes)).toEqual(change.says);
  });
});

describe("only the documentation changes if", () => {
  test.each(docsChanges)("$title", (change) => {
    const changes = compare(change);
    expect(new Set(changes.map(({ verdict }) => verdict))).toEqual(new Set(["docs"]));
    expect(messagesOf(changes)).toEqual(change.says);
  });
});

describe("only the writing changes if", () => {
  test.each(noChanges)("$title", (change) => {
    const changes = compare(change);
    expect(new Set(changes.map(({ verdict }) => verdict))).toEqual(new Set(["docs"]));
    expect(messagesOf(changes)).toEqual([
      "is written differently: operations mean the same as before",
    ]);
  });
});

describe("the comparison", () => {
  test("follows schemas that contain themselves", () => {
    const tree = {
      type: "array",
      description: "A tree.",
      items: { $ref: "#/components/schemas/Tree" },
    };
    const changes = compare({
      before: {
        "/components/schemas/Tree": tree,
        "/components/schemas/Dataset/properties/tree": { $ref: "#/components/schemas/Tree" },
      },
      edit: { "/components/schemas/Tree/minItems": 1 },
    });
    expect(messagesOf(changes)).toEqual([
      "minItems was not set, is 1: responses have fewer possible values",
    ]);
  });

  test.each(["allOf", "anyOf"])("ends on a schema that is its own %s", (keyword) => {
    const self = { description: "Itself.", [keyword]: [{ $ref: "#/components/schemas/Self" }] };
    const changes = compare({
      before: {
        "/components/schemas/Self": self,
        "/components/schemas/Dataset/properties/self": { $ref: "#/components/schemas/Self" },
      },
      edit: { "/components/schemas/Self/type": "string" },
    });
    expect(messagesOf(changes)).toEqual([
      "the type was any, is string: responses have fewer possible values",
    ]);
  });

  test("judges a schema by each side that uses it", () => {
    const changes = compare({ edit: { "/components/schemas/ApiKeyName/maxLength": 200 } });
    expect(changes).toContainEqual({
      verdict: "compatible",
      operation: "createApiKey",
      at: "#/components/schemas/ApiKeyName",
      message: "maxLength was 100, is 200: more requests are accepted",
    });
    expect(changes).toContainEqual({
      verdict: "breaking",
      operation: "getApiKey",
      at: "#/components/schemas/ApiKeyName",
      message: "maxLength was 100, is 200: clients can get values that they do not expect",
    });
  });

  test("refuses a reference that leads nowhere", () => {
    const broken = edited(contract, { "/components/schemas/Uuid": removed });
    expect(() => compareDocuments(contract, broken)).toThrow(IncomparableError);
  });
});

describe("the report", () => {
  test("has one line for a change of a component, the worst first, and a sum", () => {
    const changes = compare({
      edit: {
        "/info/version": "1.1.0",
        "/components/schemas/Dataset/properties/label": { type: "string" },
        "/components/schemas/Model/properties/slug": removed,
      },
    });
    expect(report(changes).split("\n")).toEqual([
      expect.stringMatching(
        /^breaking {4}listModels \(\+1\) {2}#\/components\/schemas\/Model\/.*slug is gone/,
      ),
      expect.stringMatching(
        /^compatible {2}\w+ \(\+5\) {2}#\/components\/schemas\/Dataset\/.*label is new/,
      ),
      expect.stringMatching(/^docs {8}document {2}#\/info/),
      "1 breaking, 1 compatible, 1 docs.",
    ]);
  });
});

function compare({ before = {}, edit }: Pick<SingleChange, "before" | "edit">) {
  const old = edited(contract, before);
  return compareDocuments(old, edited(old, edit));
}

function messagesOf(changes: readonly { message: string }[]): string[] {
  return [...new Set(changes.map(({ message }) => message))];
}
