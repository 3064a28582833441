import type { Schema } from "../../document.ts";
import { canonical } from "../change.ts";
import type { Located } from "../located.ts";
import { annotations } from "./annotation-keywords.ts";

/** How the set of accepted values changed. */
export type Direction = "narrowed" | "widened";

export interface ConstraintChange {
  readonly keyword: string;
  readonly directions: readonly Direction[];
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
}

const lowerLimits = [
  "minimum",
  "exclusiveMinimum",
  "minLength",
  "minItems",
  "minProperties",
  "minContains",
];
const upperLimits = [
  "maximum",
  "exclusiveMaximum",
  "maxLength",
  "maxItems",
  "maxProperties",
  "maxContains",
];

/** Keywords that apply to one type only. All other keywords apply to every type. */
const keywordsByType: { readonly [type: string]: readonly string[] } = {
  string: [
    "minLength",
    "maxLength",
    "pattern",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
  ],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  array: [
    ...["minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"],
    ...["prefixItems", "unevaluatedItems"],
  ],
  object: [
    ...[
      "minProperties",
      "maxProperties",
      "propertyNames",
      "patternProperties",
      "dependentRequired",
    ],
    ...["dependentSchemas", "unevaluatedProperties"],
  ],
};

/** Keywords that other comparisons handle. */
const structure = new Set([
  ...["type", "enum", "const", "properties", "required", "additionalProperties", "items"],
]);

/** The keywords of a shape that restrict its values, with all their values. */
export function constraintsOf(
  parts: readonly Located<Schema>[],
  type: string | undefined,
): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [keyword, value] of parts.flatMap(({ node }) => Object.entries(node))) {
    if (structure.has(keyword) || annotations.has(keyword) || keyword.startsWith("x-")) continue;
    if (!concerns(keyword, type) || saysNothing(keyword, value)) continue;
    found.set(keyword, [...(found.get(keyword) ?? []), value]);
  }
  return found;
}

/** The keywords whose values differ, with the direction of the change. */
export function compareConstraints(
  old: ReadonlyMap<string, readonly unknown[]>,
  now: ReadonlyMap<string, readonly unknown[]>,
): ConstraintChange[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((keyword) => {
    const [before, after] = [old.get(keyword) ?? [], now.get(keyword) ?? []];
    const directions = directionsOf(keyword, before, after);
    return directions.length > 0 ? [{ keyword, directions, before, after }] : [];
  });
}

function directionsOf(
  keyword: string,
  before: readonly unknown[],
  after: readonly unknown[],
): Direction[] {
  if (lowerLimits.includes(keyword))
    return byLimit(strictest(before, Math.max), strictest(after, Math.max));
  // Negated, an upper limit is a lower limit.
  if (upperLimits.includes(keyword))
    return byLimit(-strictest(before, Math.min), -strictest(after, Math.min));
  if (keyword === "multipleOf") return byDivisors(before.map(Number), after.map(Number));
  const [old, now] = [new Set(before.map(canonical)), new Set(after.map(canonical))];
  return [
    ...(now.isSubsetOf(old) ? [] : (["narrowed"] as const)),
    ...(old.isSubsetOf(now) ? [] : (["widened"] as const)),
  ];
}

function byLimit(before: number, after: number): Direction[] {
  if (before === after) return [];
  return [after > before ? "narrowed" : "widened"];
}

/** Compares `multipleOf`: a multiple of 10 is also a multiple of 5. */
function byDivisors(before: readonly number[], after: readonly number[]): Direction[] {
  const implies = (known: readonly number[], divisor: number) =>
    known.some((multiple) => isMultiple(multiple, divisor));
  return [
    ...(after.every((divisor) => implies(before, divisor)) ? [] : (["narrowed"] as const)),
    ...(before.every((divisor) => implies(after, divisor)) ? [] : (["widened"] as const)),
  ];
}

/** Allows for decimals such as 0.1, which are not exact in binary. */
function isMultiple(multiple: number, divisor: number): boolean {
  const quotient = multiple / divisor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 && Math.round(quotient) !== 0;
}

/** The strictest limit. Without values, `Math.max()` is -Infinity and `Math.min()` is Infinity: no limit. */
function strictest(values: readonly unknown[], pick: (...numbers: number[]) => number): number {
  return pick(...values.map(Number));
}

function concerns(keyword: string, type: string | undefined): boolean {
  if (type === undefined) return true;
  if (keyword === "format") return type !== "null" && type !== "boolean";
  const own = Object.keys(keywordsByType).find((name) => keywordsByType[name]?.includes(keyword));
  return own === undefined || own === (type === "integer" ? "number" : type);
}

function saysNothing(keyword: string, value: unknown): boolean {
  if (["minLength", "minItems", "minProperties"].includes(keyword)) return value === 0;
  return value === false && keyword === "uniqueItems";
}
