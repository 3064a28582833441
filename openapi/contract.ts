import { readFileSync } from "node:fs";
import type {
  Contract,
  ContractBody,
  ContractContent,
  ContractHeader,
  ContractMethod,
  ContractOperation,
  ContractParameter,
  ContractResponse,
  SecurityScheme,
} from "./contract-model.ts";
import {
  contractMethods,
  type Document,
  type Example,
  type Header,
  isReference,
  type MediaType,
  type Named,
  nameOf,
  type Operation,
  type Parameter,
  type PathItem,
  type Reference,
  type RequestBody,
  type Response,
  resolve,
  type Schema,
} from "./document.ts";
import { sdkNameOf, unscopedFormOf } from "./sdk-names.ts";

export type * from "./contract-model.ts";

/** Reads the contract of this package. */
export function readContract(): Contract {
  const file = new URL("./generated/openapi.json", import.meta.url);
  return contractOf(JSON.parse(readFileSync(file, "utf8")));
}

/**
 * Reads the contract from a bundle. It assumes that the linter of this package accepts the bundle.
 *
 * @throws Error if the bundle breaks a rule in such a way that it cannot be read
 */
export function contractOf(document: Document): Contract {
  const located = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    contractMethods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, item, method, operation }] : [];
    }),
  );
  // The cast is safe because every component in `schemas` is a schema.
  const schemas = (document.components?.schemas ?? {}) as Named<Schema>;
  const operations = located.map((each) => operationOf(document, each));
  return {
    document,
    operations,
    statuses: statusesOf(operations),
    roles: schemas.MemberRole?.["x-scopes"] ?? {},
    schemas,
  };
}

interface Located {
  readonly path: string;
  readonly item: PathItem;
  readonly method: (typeof contractMethods)[number];
  readonly operation: Operation;
}

function operationOf(
  document: Document,
  { path, item, method, operation }: Located,
): ContractOperation {
  const unscoped = unscopedFormOf(document, { template: path, method, node: operation });
  const { operationId, tags: [tag] = [], summary, description, security = [] } = operation;
  if (!operationId || tag === undefined) throw new Error(`${method} ${path} lacks an id or a tag.`);
  const responses = Object.entries(operation.responses ?? {}).map(([status, response]) =>
    responseOf(document, Number(status), response),
  );
  return {
    id: operationId,
    // The cast is safe because METHODS are lower-case HTTP methods. `toUpperCase` returns any string.
    method: method.toUpperCase() as ContractMethod,
    path,
    tag,
    summary: summary ?? "",
    description: description?.trim() ?? "",
    isDeprecated: operation.deprecated ?? false,
    // The linter makes sure that each requirement has one scheme, and all have the same scopes.
    scopes: Object.values(security[0] ?? {}).flat(),
    schemes: security.flatMap(Object.keys) as SecurityScheme[],
    securityReason: operation["x-security-reason"],
    isPublic: security.length === 0,
    isList: responses.some(
      ({ status, headers }) => status < 300 && headers.some(({ name }) => name === "Link"),
    ),
    parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
      parameterOf(resolve<Parameter>(document, parameter)),
    ),
    body: operation.requestBody && bodyOf(document, resolve(document, operation.requestBody)),
    responses,
    sdk: sdkNameOf(unscoped ?? operation),
    scopedFormOf: unscoped?.operationId,
  };
}

function parameterOf(parameter: Parameter): ContractParameter {
  const { name, required = false, description = "", deprecated, schema = {}, example } = parameter;
  return {
    name,
    pythonName: parameter["x-python-name"],
    // The cast is safe because the linter refuses cookie parameters, the only other kind.
    in: parameter.in as ContractParameter["in"],
    required,
    description: description.trim(),
    schema: deprecated ? { ...schema, deprecated } : schema,
    example,
  };
}

function bodyOf(document: Document, body: RequestBody): ContractBody | undefined {
  const content = contentOf(document, body.content);
  const { required = false, "x-max-body-bytes": maxBytes = Number.POSITIVE_INFINITY } = body;
  return content && { ...content, required, maxBytes };
}

function responseOf(
  document: Document,
  status: number,
  node: Response | Reference,
): ContractResponse {
  const response = resolve<Response>(document, node);
  const content = contentOf(document, response.content);
  return {
    name: isReference(node) ? nameOf(node) : "",
    status,
    description: response.description?.trim() ?? "",
    headers: Object.entries(response.headers ?? {}).map(([name, header]) =>
      headerOf(name, resolve<Header>(document, header)),
    ),
    content,
    codes: content?.mediaType === "application/problem+json" ? codesOf(content.schema) : [],
  };
}

function headerOf(name: string, header: Header): ContractHeader {
  const { description = "", required = false, schema = {}, example } = header;
  return { name, description: description.trim(), required, schema, example };
}

/** The media type of a body. Bodies in the contract have only one. */
function contentOf(
  document: Document,
  content: Named<MediaType> = {},
): ContractContent | undefined {
  const [first] = Object.entries(content);
  if (!first) return undefined;
  const [mediaType, { schema, examples = {} }] = first;
  return {
    mediaType,
    schema,
    examples: Object.entries(examples).map(([key, example]) => {
      const { summary = "", value } = resolve<Example>(document, example);
      return { name: isReference(example) ? nameOf(example) : key, summary, value };
    }),
  };
}

/** The error codes of a response. Its schema is Problem, narrowed to these codes. */
function codesOf(schema: Schema = {}): readonly string[] {
  return (schema.allOf ?? []).flatMap((part) => (part.properties?.code?.enum ?? []).map(String));
}

function statusesOf(operations: readonly ContractOperation[]): Named<number> {
  const pairs = operations.flatMap(({ responses }) =>
    responses.flatMap(({ status, codes }) => codes.map((code) => [code, status] as const)),
  );
  return Object.fromEntries(pairs);
}
