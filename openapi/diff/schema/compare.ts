import type { Note, Side } from "../change.ts";
import { compareAnnotations } from "./annotations.ts";
import { type Comparison, noteDirection, type Schemas, textOf } from "./comparison.ts";
import { compareDiscriminators } from "./discriminator.ts";
import { compareExclusivity } from "./exclusivity.ts";
import { compareMembers } from "./members.ts";
import { pairShapes } from "./pair.ts";
import { partsOf, type Shape, shapesOf } from "./shape.ts";
import { compareValues } from "./values.ts";

/**
 * Creates a comparison of the schemas in an operation's requests or responses. It compares each pair of schemas once,
 * so schemas may be recursive.
 */
export function createSchemaComparison(side: Side, note: Note): Comparison["compare"] {
  const compared = new Set<string>();
  const comparison: Comparison = { side, note, compare };
  return compare;

  function compare(old: Schemas, now: Schemas): void {
    const pair = [old, now]
      .map((schemas) => schemas.map(({ pointer }) => pointer).join())
      .join(" ");
    if (compared.has(pair)) return;
    compared.add(pair);
    const before = old.flatMap((schema) => partsOf(schema));
    const after = now.flatMap((schema) => partsOf(schema));
    compareAnnotations(before, after, comparison);
    compareDiscriminators(before, after, comparison);
    compareExclusivity(before, after, comparison);
    compareUnions(before, after, comparison);
  }
}

function compareUnions(whole: Schemas, nowWhole: Schemas, comparison: Comparison): void {
  const [old, now] = [shapesOf(whole), shapesOf(nowWhole)];
  const { pairs, removed, added } = pairShapes(old, now);
  for (const shape of now.some(isAnything) ? [] : removed) {
    const what = `${kindOf(shape)} is no longer possible`;
    noteDirection(comparison, "narrowed", { at: shape.pointer, what });
  }
  for (const shape of old.some(isAnything) ? [] : added) {
    const what = `${kindOf(shape)} is now possible`;
    noteDirection(comparison, "widened", { at: shape.pointer, what });
  }
  for (const [before, after] of pairs) {
    compareAnnotations(partsBeside(before, whole), partsBeside(after, nowWhole), comparison);
    compareShapes(before, after, comparison);
  }
}

function compareShapes(old: Shape, now: Shape, comparison: Comparison): void {
  compareValues(old, now, comparison);
  if (old.items.length + now.items.length > 0) comparison.compare(old.items, now.items);
  compareMembers(old, now, comparison);
}

/** The annotations of an alternative itself, without those of the whole schema, which are compared once. */
function partsBeside({ parts }: Shape, whole: Schemas): Schemas {
  return parts.filter(({ pointer }) => !whole.some((part) => part.pointer === pointer));
}

function isAnything({ type }: Shape): boolean {
  return type === undefined;
}

function kindOf({ type, enum: values }: Shape): string {
  if (type === undefined) return "any value";
  return values && type !== "null" ? `a ${type} (${textOf(values)})` : `the type ${type}`;
}
