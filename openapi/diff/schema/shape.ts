import type { Schema } from "../../document.ts";
import { isSame } from "../change.ts";
import { below, follow, type Located, membersOf } from "../located.ts";
import { constraintsOf } from "./constraints.ts";

/**
 * One alternative of a schema in normal form: references resolved, `allOf` merged, a single type. A schema is the union
 * of its shapes, so `type: [string, "null"]` equals a `oneOf` of the two types.
 */
export interface Shape {
  /** The location of its most specific part. */
  readonly pointer: string;
  /** The schemas that it consists of. */
  readonly parts: readonly Located<Schema>[];
  /** Undefined if all types are valid. */
  readonly type: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  readonly constraints: ReadonlyMap<string, readonly unknown[]>;
  readonly properties: ReadonlyMap<string, readonly Located<Schema>[]>;
  readonly required: ReadonlySet<string>;
  /** The schemas of additional members (none: anything is valid), or `closed`. */
  readonly additional: readonly Located<Schema>[] | "closed";
  readonly items: readonly Located<Schema>[];
}

/** The shapes of a schema, from its parts. */
export function shapesOf(parts: readonly Located<Schema>[]): Shape[] {
  return alternatives(parts).flatMap((plain) =>
    typesOf(plain).flatMap((type) => shapeOf(plain, type) ?? []),
  );
}

/** The parts that a schema consists of: its own keywords, the targets of its references, and its `allOf`. */
export function partsOf(
  schema: Located<Schema | boolean>,
  seen: ReadonlySet<string> = new Set(),
): Located<Schema>[] {
  if (seen.has(schema.pointer)) return [];
  const visited = new Set([...seen, schema.pointer]);
  const { $ref, allOf, ...own } = asObject(schema.node);
  const target = $ref === undefined ? [] : partsOf(follow({ ...schema, node: { $ref } }), visited);
  const all = (allOf ?? []).map((member, index) => below(schema, ["allOf", String(index)], member));
  return [
    { ...schema, node: own },
    ...target,
    ...all.flatMap((member) => partsOf(member, visited)),
  ];
}

/** Expands `oneOf` and `anyOf`. Ignores that only one schema of a `oneOf` may match. */
function alternatives(parts: readonly Located<Schema>[]): (readonly Located<Schema>[])[] {
  const index = parts.findIndex(({ node }) => node.oneOf ?? node.anyOf);
  const part = parts[index];
  if (!part) return [parts];
  const keyword = part.node.oneOf ? "oneOf" : "anyOf";
  const { [keyword]: members = [], ...node } = part.node;
  const others = parts.with(index, { ...part, node });
  const isNew = ({ pointer }: Located<Schema>) => !parts.some((known) => known.pointer === pointer);
  return members.flatMap((member, at) =>
    alternatives([...others, ...partsOf(below(part, [keyword, String(at)], member)).filter(isNew)]),
  );
}

function shapeOf(parts: readonly Located<Schema>[], type: string | undefined): Shape | undefined {
  const allowed = enumOf(parts)?.filter((value) => type === undefined || isOfType(value, type));
  if (allowed?.length === 0) return undefined;
  const isObject = type === undefined || type === "object";
  const isArray = type === undefined || type === "array";
  return {
    pointer: pointerOf(parts),
    parts,
    type,
    enum: allowed,
    constraints: constraintsOf(parts, type),
    properties: isObject ? propertiesOf(parts) : new Map(),
    required: new Set(isObject ? parts.flatMap(({ node }) => node.required ?? []) : []),
    additional: isObject ? additionalOf(parts) : [],
    items: isArray ? schemasAt(parts, "items") : [],
  };
}

/** The location of the last part with keywords, because that part narrows the others. */
function pointerOf(parts: readonly Located<Schema>[]): string {
  const part = parts.findLast(({ node }) => Object.keys(node).length > 0) ?? parts[0];
  return part?.pointer ?? "";
}

function propertiesOf(parts: readonly Located<Schema>[]): Map<string, Located<Schema>[]> {
  const found = new Map<string, Located<Schema>[]>();
  for (const part of parts) {
    for (const [name, property] of membersOf(part, ["properties"], part.node.properties)) {
      found.set(name, [...(found.get(name) ?? []), property]);
    }
  }
  return found;
}

function additionalOf(parts: readonly Located<Schema>[]): Located<Schema>[] | "closed" {
  if (parts.some(({ node }) => node.additionalProperties === false)) return "closed";
  return schemasAt(parts, "additionalProperties");
}

function schemasAt(
  parts: readonly Located<Schema>[],
  keyword: "items" | "additionalProperties",
): Located<Schema>[] {
  return parts.flatMap((part) => {
    const schema = part.node[keyword];
    if (schema === undefined || acceptsAnything(schema)) return [];
    return [below(part, [keyword], asObject(schema))];
  });
}

/** The values in `enum` or `const`, if there are any. */
export function enumOf(parts: readonly Located<Schema>[]): unknown[] | undefined {
  const lists = parts.flatMap(({ node }) => [
    ...(node.enum ? [node.enum] : []),
    ...("const" in node ? [[node.const]] : []),
  ]);
  const [first, ...others] = lists;
  return first?.filter((value) =>
    others.every((list) => list.some((other) => isSame(other, value))),
  );
}

function typesOf(parts: readonly Located<Schema>[]): (string | undefined)[] {
  const lists = parts.flatMap(({ node }) => (node.type === undefined ? [] : [[node.type].flat()]));
  const [first, ...others] = lists;
  if (first) return others.reduce(typesInBoth, [...first]);
  const values = enumOf(parts);
  return values ? [...new Set(values.map(typeOf))] : [undefined];
}

function typesInBoth(a: readonly string[], b: readonly string[]): string[] {
  const both = a.filter((type) => b.includes(type) || (type === "integer" && b.includes("number")));
  const narrowed = a.includes("number") && b.includes("integer") && !a.includes("integer");
  return narrowed ? [...both, "integer"] : both;
}

function isOfType(value: unknown, type: string): boolean {
  return typeOf(value) === type || (type === "number" && typeof value === "number");
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function asObject(schema: Schema | boolean): Schema {
  if (typeof schema === "object") return schema;
  return schema ? {} : { not: {} };
}

function acceptsAnything(schema: Schema | boolean): boolean {
  return schema === true || (typeof schema === "object" && Object.keys(schema).length === 0);
}
