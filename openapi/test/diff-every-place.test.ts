import fc from "fast-check";
import { expect, test } from "vitest";
import { compareDocuments } from "../diff/compare.ts";
import { IncomparableError } from "../diff/located.ts";
import type { Document } from "../document.ts";
import { base } from "./comparison/base.ts";
import { contract } from "./contract.ts";
import { type Edit, edited } from "./edit.ts";
import {
  type EditKind,
  editOf,
  editsOf,
  isOpenApiReference,
  type Place,
  placesOf,
} from "./places.ts";

/** By pointer, so that a counterexample shows only the location. */
const places = new Map(
  placesOf(contract)
    .filter((place) => editsOf(place).length > 0)
    .map((place) => [place.pointer, place]),
);
const byField = Map.groupBy(places.keys(), (pointer) =>
  pointer.slice(pointer.lastIndexOf("/") + 1),
);

/** Any location, or equally often any field name, so that rare fields are edited too. */
const anyPointer = fc.oneof(
  fc.constantFrom(...places.keys()),
  fc.constantFrom(...byField.values()).chain((pointers) => fc.constantFrom(...pointers)),
);
const anyKind = fc.constantFrom<EditKind>("remove", "replace", "extend");

/** Locations where an edit may not change the meaning, each with the reason. */
const sameMeaning: { readonly [reason: string]: (place: Place, kind: EditKind) => boolean } = {
  "an enum or another part of the same schema implies the type": ({ pointer }, kind) =>
    kind === "remove" && pointer.endsWith("/type"),
  "another part of the same schema refuses the value: problems list the codes that they can have":
    ({ pointer }) => /\/enum(\/\d+)?$/.test(pointer),
  "a schema that accepts anything is the same as none": ({ pointer, value }) =>
    pointer.endsWith("/additionalProperties") && value === true,
  "a field that is absent is false": ({ pointer, value }, kind) =>
    kind === "remove" && /\/(required|deprecated|explode)$/.test(pointer) && value === false,
  "a webhook without an operation is never sent": ({ pointer }, kind) =>
    kind === "extend" && pointer === "/webhooks",
  "the SDKs ignore unknown members of x-sdk, and a value that names no method": (
    { pointer, value },
    kind,
  ) => pointer.endsWith("/x-sdk") && (kind !== "remove" || value === false),
  "OpenAPI ignores what stands beside a reference": (place, kind) =>
    kind === "extend" && isOpenApiReference(place),
};

// Each edit compares the whole contract.
test("an edit of any one place of the contract has a line", { timeout: 180_000 }, () => {
  fc.assert(
    fc.property(anyPointer, anyKind, (pointer, kind) => {
      const place = places.get(pointer);
      fc.pre(place !== undefined && editsOf(place).includes(kind));
      expectLine(contract, place, kind);
    }),
    { numRuns: 150 },
  );
});

const edits = placesOf(base).flatMap((place) =>
  editsOf(place).map((kind) => ({ place, kind, pointer: place.pointer })),
);

// A small document with webhooks, callbacks and other features that the contract does not use.
test.each(edits)("$kind $pointer of the comparison's document has a line", ({ place, kind }) => {
  expectLine(base, place, kind);
});

function expectLine(document: Document, place: Place, kind: EditKind): void {
  const messages = messagesFor(document, editOf(place, kind));
  expect(messages).not.toEqual([]);
  if (!messages.some((message) => message.includes("operations mean the same"))) return;
  const reasons = Object.values(sameMeaning).filter((isReason) => isReason(place, kind));
  expect(reasons).not.toEqual([]);
}

/** Compares two documents; a document that cannot be compared must be refused with a message. */
function messagesFor(document: Document, edit: Edit): string[] {
  try {
    return compareDocuments(document, edited(document, edit)).map(({ message }) => message);
  } catch (error) {
    if (error instanceof IncomparableError) return [error.message];
    throw error;
  }
}
