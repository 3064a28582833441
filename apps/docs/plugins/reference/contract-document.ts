import document from "@sinkove/openapi/openapi.json";

/** A schema of the contract, as far as the contract uses JSON Schema 2020-12. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly "x-enumDescriptions"?: Readonly<Record<string, string>>;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export interface Reference {
  readonly $ref: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
}

export interface Header {
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example: unknown;
}

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

export interface MediaType {
  /** Absent where the body is a file. */
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, Reference>>;
}

export interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Reference>>;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly { readonly apiKey: readonly string[] }[];
  readonly parameters?: readonly Reference[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, MediaType>>;
  };
  readonly responses: Readonly<Record<string, Reference>>;
}

const methods = ["get", "post", "put", "patch", "delete"] as const;

type PathItem = Readonly<Partial<Record<(typeof methods)[number], Operation>>> & {
  readonly parameters?: readonly Reference[];
};

export interface ContractDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: Components & {
    readonly securitySchemes: { readonly apiKey: { readonly description: string } };
  };
}

type Components = { readonly [K in keyof Kinds]: Readonly<Record<string, Kinds[K]>> };

interface Kinds {
  readonly schemas: Schema;
  readonly parameters: Parameter;
  readonly headers: Header;
  readonly responses: Response;
  readonly examples: Example;
}

// A boundary: the linter of the contract holds the bundle to this shape, and to more.
export const contract = document as unknown as ContractDocument;

/** An operation, with where it is. */
export interface LocatedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** Those of the path first. */
  readonly parameters: readonly Parameter[];
}

/** All operations, in the contract's order. */
export const operations: readonly LocatedOperation[] = Object.entries(contract.paths).flatMap(
  ([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const references = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const parameters = references.map((reference) => lookUp("parameters", reference));
      return [{ method: method.toUpperCase(), path, operation, parameters }];
    }),
);

/** The component's name in a reference such as `#/components/schemas/Dataset`. */
export function nameOf(reference: Reference): string {
  return reference.$ref.slice(reference.$ref.lastIndexOf("/") + 1);
}

/** @throws where the contract has no such component. */
export function lookUp<K extends keyof Kinds>(kind: K, reference: Reference): Kinds[K] {
  const { [kind]: components }: Components = contract.components;
  const component: Kinds[K] | undefined = components[nameOf(reference)];
  if (component === undefined) throw new Error(`The contract has no ${reference.$ref}.`);
  return component;
}
