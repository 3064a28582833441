import { type Comparison, noteDirection, type Schemas } from "./comparison.ts";
import { type Shape, shapesOf } from "./shape.ts";

/**
 * Compares whether a value may match several alternatives. That only matters if alternatives overlap, which is assumed
 * for alternatives of the same type.
 */
export function compareExclusivity(old: Schemas, now: Schemas, comparison: Comparison): void {
  const [was, is] = [isExclusive(old), isExclusive(now)];
  if (was === is || was === undefined || is === undefined || !overlap(shapesOf(now))) return;
  noteDirection(comparison, is ? "narrowed" : "widened", {
    at: now.find(({ node }) => node.oneOf ?? node.anyOf)?.pointer ?? "",
    what: is
      ? "values that match several alternatives are refused (oneOf)"
      : "values may match several alternatives (anyOf)",
  });
}

/** Whether only one alternative may match; undefined without alternatives. */
function isExclusive(parts: Schemas): boolean | undefined {
  if (parts.some(({ node }) => node.oneOf)) return true;
  return parts.some(({ node }) => node.anyOf) ? false : undefined;
}

function overlap(shapes: readonly Shape[]): boolean {
  const types = shapes.map(({ type }) => (type === "integer" ? "number" : type));
  return types.includes(undefined) || new Set(types).size < types.length;
}
