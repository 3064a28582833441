import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A schema of the bundle. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A parameter or a header of the bundle. */
export interface Described {
  readonly name: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** A response of the bundle. */
export interface DescribedResponse {
  readonly headers: Readonly<Record<string, Described>>;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Reference {
  readonly $ref?: string;
}

interface DescribedOperation {
  readonly parameters?: readonly Reference[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<Record<string, Reference>>;
}

/** The bundled contract. */
export interface Bundle {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

const file = createRequire(import.meta.url).resolve("@sinkove/openapi/openapi.json");

/** The bundled contract, which Prism reads. */
export const bundle: Bundle = JSON.parse(readFileSync(file, "utf8"));

/** Follows a `$ref`. Returns other objects unchanged. */
export function resolve<T extends object>(node: T & Reference): T {
  if (node.$ref === undefined) return node;
  let found: unknown = bundle;
  for (const name of node.$ref.slice(2).split("/")) found = Reflect.get(Object(found), name);
  // The cast is safe: the bundle was linted, so its references have targets of the right type.
  return resolve(found as T & Reference);
}

/** Resolves references and `allOf` at the root of a schema. */
export function flatten(schema: Schema): Schema {
  const { allOf, ...own } = resolve(schema);
  if (!allOf) return own;
  return allOf.map(flatten).reduce(merge, own);
}

function merge(one: Schema, other: Schema): Schema {
  const properties = mergeProperties(one.properties, other.properties);
  const required = [...(one.required ?? []), ...(other.required ?? [])];
  return { ...one, ...other, properties, required };
}

type Properties = NonNullable<Schema["properties"]>;

function mergeProperties(one: Properties = {}, other: Properties = {}): Properties {
  const shared = Object.keys(one).filter((name) => name in other);
  const both = shared.map((name) => [name, { allOf: [one[name] ?? {}, other[name] ?? {}] }]);
  return { ...one, ...other, ...Object.fromEntries(both) };
}
