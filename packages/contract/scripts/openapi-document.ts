import { readFile } from "node:fs/promises";

/** The parts of a bundled OpenAPI 3.1 document that the generators read. */
export interface OpenApiDocument {
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    headers: Record<string, Header>;
    responses: Record<string, Response>;
  };
}

export type Schema = { [keyword: string]: unknown };
export interface Reference {
  $ref: string;
}
export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: Schema;
}
export interface Header {
  required?: boolean;
  schema: Schema;
}
export interface Response {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, { schema?: Schema }>;
}
export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  security: Record<string, string[]>[];
  parameters?: (Parameter | Reference)[];
  requestBody?: {
    required?: boolean;
    "x-max-body-bytes": number;
    content: Record<string, { schema: Schema }>;
  };
  responses: Record<string, Reference>;
}
export type Method = "get" | "post" | "put" | "patch" | "delete";
export type PathItem = { [method in Method]?: Operation } & {
  parameters?: (Parameter | Reference)[];
};

const methods: Method[] = ["get", "post", "put", "patch", "delete"];

/** Reads the bundle, or throws an error that names the file and what to do. */
export async function readBundle(file: string): Promise<OpenApiDocument> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`cannot read ${file}; run \`npm run generate -w openapi\` first`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON; run \`npm run generate -w openapi\` to write it anew`);
  }
}

/** Every operation with its place, sorted by nothing but the contract's own order. */
export function operationsOf(document: OpenApiDocument) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return [{ path, method, operation, parameters: parameters.map((p) => resolve(document, p)) }];
    }),
  );
}

/** The name that a `$ref` ends with. */
export function refName(reference: Reference): string {
  return reference.$ref.slice(reference.$ref.lastIndexOf("/") + 1);
}

/** Follows a `$ref` of the bundle; what is none is returned as it is. */
export function resolve<T extends object>(document: OpenApiDocument, value: T | Reference): T {
  if (!("$ref" in value)) return value;
  const target = value.$ref
    .slice("#/".length)
    .split("/")
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
  if (!target) throw new Error(`the contract refers to ${value.$ref}, which is not there`);
  return target as T;
}
