import { resolve as lookUp, nameOf, type Schema } from "@sinkove/openapi/document";
import { limitsOf } from "@sinkove/openapi/limits";
import { contract } from "./contract.ts";

/** A schema as plain data, ready to be displayed. */
export interface SchemaView {
  /** For example `string`, `array of Scope` or `Dataset or null`. */
  readonly type: string;
  /** The named schema to which the type refers. It has its own section on the page of schemas. */
  readonly named?: string;
  readonly description?: string;
  readonly constraints: readonly string[];
  readonly values?: readonly { readonly value: string; readonly description?: string }[];
  readonly members?: readonly MemberView[];
}

export interface MemberView extends SchemaView {
  readonly name: string;
  readonly required: boolean;
}

/**
 * Returns the displayed facts of a schema, with all references resolved. `around` are the names of the schemas that contain
 * it. If a named schema contains itself, the inner one has no members.
 */
export function viewSchema(schema: Schema, around: readonly string[] = []): SchemaView {
  const { resolved, named } = resolve(schema);
  const description = schema.description ?? resolved.description;
  const values = resolved.enum && viewValues(resolved);
  const isWithinItself = named !== undefined && around.includes(named);
  const members = isWithinItself
    ? []
    : membersOf(resolved, named === undefined ? around : [...around, named]);
  return {
    type: typeOf(schema),
    ...(named !== undefined && { named }),
    ...(description !== undefined && { description: description.trim() }),
    constraints: constraintsOf(resolved),
    ...(values && { values }),
    ...(members.length > 0 && { members }),
  };
}

/** Returns the displayed facts of a named schema of the contract. */
export function viewNamedSchema(name: string): SchemaView {
  const { named: _, ...view } = viewSchema({ $ref: `#/components/schemas/${name}` });
  const schema = contract.schemas[name] ?? {};
  return { ...view, type: typeOf({ ...schema }) };
}

interface Resolved {
  readonly resolved: Schema;
  readonly named?: string | undefined;
}

/** Follows references, lists and `… or null` to the schema that contains the facts. */
function resolve(schema: Schema): Resolved {
  if (schema.$ref !== undefined) {
    const inner = resolve(lookUp<Schema>(contract.document, { $ref: schema.$ref }));
    return { ...inner, named: nameOf({ $ref: schema.$ref }) };
  }
  const [only, ...others] = alternatives(schema);
  if (only !== undefined && others.length === 0) return outer(schema, resolve(only));
  if (others.length > 0) return { resolved: either(schema, alternatives(schema)) };
  if (schema.allOf !== undefined) return { resolved: merge(schema, schema.allOf) };
  if (schema.items !== undefined) return outer(schema, resolve(schema.items));
  return { resolved: schema };
}

function outer(schema: Schema, { resolved, named }: Resolved): Resolved {
  const { oneOf: _, items: __, description, ...own } = schema;
  const told = description ?? resolved.description;
  return { resolved: { ...resolved, ...own, ...(told && { description: told }) }, named };
}

function alternatives({ oneOf, allOf }: Schema): readonly Schema[] {
  if (allOf?.length === 1) return allOf;
  return oneOf?.filter(({ type }) => type !== "null") ?? [];
}

function merge(schema: Schema, parts: readonly Schema[]): Schema {
  const resolved = parts.map((part) => resolve(part).resolved);
  return {
    ...schema,
    type: "object",
    properties: Object.assign({}, ...resolved.map(({ properties }) => properties)),
    required: resolved.flatMap(({ required = [] }) => required),
  };
}

/** Combines alternatives: all their properties, or all their values. */
function either(schema: Schema, parts: readonly Schema[]): Schema {
  const resolved = parts.map((part) => resolve(part).resolved);
  const { oneOf: _, ...own } = schema;
  const values = resolved.flatMap((part) => part.enum ?? []);
  if (values.length > 0) return { ...own, enum: values };
  const names = new Set(resolved.flatMap(({ properties = {} }) => Object.keys(properties)));
  const properties = [...names].map((name): [string, Schema] => {
    const members = resolved.flatMap((part): Schema[] => {
      const member = part.properties?.[name];
      return member ? [member] : [];
    });
    const [first = {}, ...others] = members;
    const areSame = others.every((each) => JSON.stringify(each) === JSON.stringify(first));
    return [name, areSame ? first : { oneOf: members }];
  });
  const required = [...names].filter((name) =>
    resolved.every((part) => part.required?.includes(name)),
  );
  return { ...own, properties: Object.fromEntries(properties), required };
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const target = lookUp<Schema>(contract.document, { $ref: schema.$ref });
    return target.properties || target.allOf ? nameOf({ $ref: schema.$ref }) : typeOf(target);
  }
  if (schema.oneOf !== undefined) return [...new Set(schema.oneOf.map(typeOf))].join(" or ");
  if (schema.allOf?.length === 1) return schema.allOf.map(typeOf).join("");
  if (schema.allOf !== undefined) return "object";
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? ["any value"]);
  return types
    .map((type) => (type === "array" ? `array of ${itemsOf(schema)}` : type))
    .join(" or ");
}

function itemsOf({ items }: Schema): string {
  return items === undefined ? "any value" : typeOf(items);
}

function viewValues(schema: Schema) {
  const descriptions = schema["x-enumDescriptions"] ?? {};
  return schema.enum?.map(String).map((value) => {
    const description = descriptions[value];
    return description === undefined ? { value } : { value, description };
  });
}

function membersOf(schema: Schema, around: readonly string[]): readonly MemberView[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const named = Object.entries(properties).map(([name, member]) => ({
    name,
    required: required.includes(name),
    ...viewSchema(member, around),
  }));
  if (typeof additionalProperties !== "object") return named;
  return [...named, { name: "*", required: false, ...viewSchema(additionalProperties, around) }];
}

function constraintsOf(schema: Schema): string[] {
  const told: (string | false | undefined)[] = [
    schema.format,
    ...limitsOf(schema),
    schema.pattern !== undefined && `matches ${schema.pattern}`,
    schema.propertyNames?.pattern !== undefined && `names match ${schema.propertyNames.pattern}`,
    schema.additionalProperties === false && "no other members",
  ];
  return told.filter((text): text is string => typeof text === "string");
}
