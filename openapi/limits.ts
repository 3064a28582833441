import { type Document, isReference, resolve, type Schema } from "./document.ts";

/** Merges a schema with its references. Keywords beside a reference win. Unwraps a schema that is only nullable. */
export function followed(document: Document, schema: Schema): Schema {
  const { $ref, ...own } = schema;
  if ($ref !== undefined)
    return { ...followed(document, resolve<Schema>(document, { $ref })), ...own };
  const only = onlyPart(schema);
  if (!only) return schema;
  const { allOf: _, oneOf: __, anyOf: ___, ...rest } = schema;
  return { ...followed(document, only), ...rest };
}

/** The only schema in an `allOf`, or beside null in a `oneOf` or `anyOf`. */
export function onlyPart({ allOf = [], oneOf = [], anyOf = [] }: Schema): Schema | undefined {
  const [only, ...others] = [...allOf, ...oneOf, ...anyOf].filter(({ type }) => type !== "null");
  return others.length === 0 ? only : undefined;
}

/** Describes the limits of a schema, such as `1 to 500` or `default 100`. Does not follow references. */
export function limitsOf(schema: Schema): readonly string[] {
  const told: (string | false | undefined)[] = [
    range(schema.minimum, schema.maximum),
    range(schema.minLength, schema.maxLength, "character"),
    range(schema.minItems, schema.maxItems, "item"),
    range(schema.minProperties, schema.maxProperties, "member"),
    schema.uniqueItems && "no item twice",
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
    schema.deprecated && "deprecated",
  ];
  return told.filter((text): text is string => typeof text === "string");
}

function range(least?: number, most?: number, unit?: string): string | undefined {
  const counted = (count: number): string =>
    unit === undefined ? `${count}` : `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (least !== undefined && least === most) return `exactly ${counted(least)}`;
  if (least !== undefined && most !== undefined) return `${least} to ${counted(most)}`;
  if (least !== undefined) return `at least ${counted(least)}`;
  return most === undefined ? undefined : `at most ${counted(most)}`;
}

/** An argument's description and limits, as sentences on one line. */
export function describe(document: Document, schema: Schema, description?: string): string {
  const whole = followed(document, schema);
  const limits = limitsOf(whole).map((limit) => sentence(limit));
  const text = (description ?? whole.description ?? "").replaceAll(/\s+/g, " ").trim();
  return [text, ...limits].filter(Boolean).join(" ");
}

function sentence(text: string): string {
  const words = text.replace(/^default /, "default: ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** Adds the limits of each member and parameter to its description, for tools that only show descriptions. */
export function withToldLimits(document: Document): Document {
  // The cast is safe because adding descriptions does not change the type.
  return told(structuredClone(document)) as Document;

  function told(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(told);
    if (typeof node !== "object" || node === null) return node;
    const members = Object.entries(node).map(([name, value]) => [name, told(value)]);
    const copy: Record<string, unknown> = Object.fromEntries(members);
    if (isObject(copy.properties))
      copy.properties = Object.fromEntries(
        Object.entries(copy.properties).map(([name, schema]) => [name, describedSchema(schema)]),
      );
    if (isParameter(copy)) copy.description = describe(document, copy.schema, copy.description);
    return copy;
  }

  function describedSchema(schema: unknown): unknown {
    if (!isObject(schema)) return schema;
    const description = describe(document, schema);
    return description === "" ? schema : { ...schema, description };
  }
}

function isObject(node: unknown): node is Schema {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

function isParameter(
  node: Readonly<Record<string, unknown>>,
): node is { in: string; schema: Schema; description?: string } {
  return typeof node.in === "string" && isObject(node.schema) && !isReference(node);
}
