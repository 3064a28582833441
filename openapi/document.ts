/** The parts of an OpenAPI 3.1 document that the rules and the diff look at. */
export interface Document {
  readonly jsonSchemaDialect?: string;
  readonly info?: Info;
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly paths?: Named<PathItem>;
  readonly components?: Named<Named<unknown>>;
}

export interface Info {
  readonly title?: string;
  readonly version?: string;
  readonly summary?: string;
  readonly description?: string;
}

export interface Server {
  readonly url: string;
}

export type Named<T> = { readonly [name: string]: T };

export interface Reference {
  readonly $ref: string;
}

export const methods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
] as const;

export type Method = (typeof methods)[number];

export interface PathItem extends Partial<Record<Method, Operation>> {
  readonly parameters?: readonly (Parameter | Reference)[];
}

export interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses?: Named<Response | Reference>;
}

export type SecurityRequirement = Named<readonly string[]>;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
}

export interface RequestBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly "x-max-body-bytes"?: number;
  readonly content?: Named<MediaType>;
}

export interface Response {
  readonly description?: string;
  readonly headers?: Named<Header | Reference>;
  readonly content?: Named<MediaType>;
}

export interface Header {
  readonly description?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Named<Example | Reference>;
}

export interface Example {
  readonly summary?: string;
  readonly value?: unknown;
}

/** A JSON Schema of draft 2020-12; `$ref` may have siblings. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Named<Schema>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly [keyword: string]: unknown;
}

export function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && "$ref" in node;
}
