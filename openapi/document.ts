/** The parts of an OpenAPI 3.1 document that programs in this repository use. */
export interface Document {
  readonly jsonSchemaDialect?: string;
  readonly info?: Info;
  readonly servers?: readonly Server[];
  readonly tags?: readonly Tag[];
  readonly security?: readonly SecurityRequirement[];
  readonly paths?: Named<PathItem>;
  /** Requests that the API sends to clients that have subscribed to them. */
  readonly webhooks?: Named<PathItem | Reference>;
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
  readonly description?: string;
}

export interface Tag {
  readonly name: string;
  readonly description?: string;
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

/** The methods that operations of the contract may have, in the order in which they are read. */
export const contractMethods = ["get", "post", "put", "patch", "delete"] as const;

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
  /** Why the operation accepts only API keys or only sessions. */
  readonly "x-security-reason"?: string;
  /** The operation's name in the SDKs, or false if the SDKs have no method for it: see README.md. */
  readonly "x-sdk"?: { readonly resource?: string; readonly method: string } | false;
}

export type SecurityRequirement = Named<readonly string[]>;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
  /** The parameter's name in the Python SDK, if Python reserves its own name. */
  readonly "x-python-name"?: string;
}

export interface RequestBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly "x-max-body-bytes"?: number;
  /** Why the body may have members that the contract does not know. */
  readonly "x-open-reason"?: string;
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
  readonly example?: unknown;
}

export interface SecurityScheme {
  readonly type: string;
  readonly description?: string;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Named<Example | Reference>;
}

export interface Example {
  readonly summary?: string;
  readonly value?: unknown;
}

/** A JSON Schema of draft 2020-12, in which `$ref` may have siblings. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly "x-enumDescriptions"?: Named<string>;
  /** In MemberRole: the scopes of each role. */
  readonly "x-scopes"?: Named<readonly string[]>;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly uniqueItems?: boolean;
  readonly deprecated?: boolean;
  readonly propertyNames?: Schema;
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

/** The name of the component that a reference such as `#/components/schemas/Dataset` points to. */
export function nameOf({ $ref }: Reference): string {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}

/**
 * Follows a reference within the document; returns any other node as it is.
 *
 * @throws Error if the target does not exist
 */
export function resolve<T extends object>(document: Document, node: T | Reference): T {
  if (!isReference(node)) return node;
  const names = node.$ref.replace(/^#\//, "").split("/").map(unescapeSegment);
  const target = names.reduce<unknown>((parent, name) => Object(parent)[name], document);
  // The cast is safe because the linter makes sure that a reference points to a component of the right kind.
  if (typeof target === "object" && target !== null) return resolve(document, target as T);
  throw new Error(`The contract refers to ${node.$ref}, which does not exist.`);
}

/** Decodes a segment of a JSON Pointer (RFC 6901, section 4). */
function unescapeSegment(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** `/datasets` for `/organizations/{organizationId}/datasets`. */
export function unscopedPath(path: string): string | undefined {
  return /^\/[\w-]+\/\{\w+\}(\/.+)$/.exec(path)?.[1];
}
