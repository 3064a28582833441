import type { Contract, ContractOperation, ContractParameter } from "@sinkove/openapi/contract";
import { type Document, nameOf, resolve, type Schema } from "@sinkove/openapi/document";
import { describe, followed } from "@sinkove/openapi/limits";
import { isReservedArgument } from "@sinkove/openapi/sdk-names";
import { pascalCase } from "./prose.ts";

/** The model of both SDKs, independent of the language. */
export interface SdkModel {
  readonly document: Document;
  /** The methods of the client itself. */
  readonly methods: readonly Method[];
  readonly resources: readonly Resource[];
}

/** A group of operations, such as `sinkove.apiKeys`. */
export interface Resource {
  /** In camelCase. */
  readonly name: string;
  readonly className: string;
  readonly description: string;
  readonly methods: readonly Method[];
  /** Resources that can be limited to one item of this resource: `organizations.datasets(organizationId)`. */
  readonly children: readonly ChildResource[];
}

/** A resource that is limited to one item of another. It has the same methods with another path. */
export interface ChildResource {
  readonly resource: Pick<Resource, "name" | "className">;
  /** Such as `/organizations/{organizationId}`. */
  readonly path: string;
  readonly parameter: Argument;
}

export interface Method {
  /** In camelCase. */
  readonly name: string;
  readonly operation: ContractOperation;
  /** In the order of the path. */
  readonly path: readonly Argument[];
  readonly query: readonly Argument[];
  readonly body: Body | undefined;
  readonly result: Result;
  /** A description of the successful response. */
  readonly returns: string;
  /** The error codes of the operation and of its scoped form. */
  readonly codes: readonly string[];
}

export interface Body {
  /** The name of its schema. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
  readonly members: readonly Argument[];
}

export interface Argument {
  /** The name in JSON and in TypeScript. */
  readonly name: string;
  /** In snake case. */
  readonly pythonName: string;
  readonly required: boolean;
  /** The description with limits and default, on one line. */
  readonly description: string;
  readonly schema: Schema;
  readonly isDeprecated: boolean;
}

/** The result of a method: the items of a list, an object, or nothing. `type` is the name of a schema. */
export type Result =
  | { readonly kind: "list" | "object"; readonly type: string }
  | { readonly kind: "nothing" };

/**
 * Derives the model of the SDKs from a contract.
 *
 * @throws Error if a method cannot be generated. The message says what to change in the contract.
 */
export function sdkModelOf(contract: Contract): SdkModel {
  const { document, operations } = contract;
  const named = operations.filter(({ sdk, scopedFormOf }) => sdk && scopedFormOf === undefined);
  const methodsOf = (resource: string | undefined): Method[] =>
    named
      .filter(({ sdk }) => sdk?.resource === resource)
      .map((operation) => methodOf(contract, operation));
  const names = new Set(named.flatMap(({ sdk }) => sdk?.resource ?? []));
  return {
    document,
    methods: methodsOf(undefined),
    resources: [...names].map((name) => ({
      name,
      className: pascalCase(name),
      description: descriptionOf(document, named, name),
      methods: methodsOf(name),
      children: childrenOf(contract, name),
    })),
  };
}

/** Returns the methods of the client and of all resources. */
export function methodsIn({ methods, resources }: SdkModel): readonly Method[] {
  return [...methods, ...resources.flatMap((resource) => resource.methods)];
}

function methodOf({ document, operations }: Contract, operation: ContractOperation): Method {
  const { id, parameters, body, responses, sdk } = operation;
  const scopedForms = operations.filter(({ scopedFormOf }) => scopedFormOf === id);
  const argumentsIn = (place: ContractParameter["in"]): Argument[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => argumentOf(document, parameter));
  const all = [responses, ...scopedForms.map((form) => form.responses)].flat();
  const place = ({ name }: Argument): number => operation.path.indexOf(`{${name}}`);
  const path = argumentsIn("path").sort((a, b) => place(a) - place(b));
  const query = argumentsIn("query").sort((a, b) => placeOf(a) - placeOf(b));
  const sent = body && bodyOf(document, operation, body);
  requireDifferentNames(id, [...path, ...query, ...(sent?.members ?? [])]);
  return {
    name: sdk?.method ?? id,
    operation,
    path,
    query,
    body: sent,
    result: resultOf(operation),
    returns:
      responses.find(({ status }) => status < 300)?.description.replaceAll(/\s+/g, " ") ?? "",
    codes: [...new Set(all.flatMap(({ codes }) => codes))],
  };
}

/** In Python, all of them are arguments of one function. */
function requireDifferentNames(id: string, list: readonly Argument[]): void {
  const names = list.map(({ pythonName }) => pythonName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new Error(
    `Two arguments of ${id} are called ${twice} in Python. Give a parameter another name there: \`x-python-name: …\`.`,
  );
}

/** Sorts filters before the paging parameters. */
function placeOf({ name }: Argument): number {
  return ["limit", "cursor"].indexOf(name);
}

function argumentOf(document: Document, parameter: ContractParameter): Argument {
  const { name, pythonName = snakeCase(name), required, schema } = parameter;
  const description = describe(document, schema, parameter.description);
  const isDeprecated = followed(document, schema).deprecated ?? false;
  return { name, pythonName, required, description, schema, isDeprecated };
}

function bodyOf(
  document: Document,
  { id }: ContractOperation,
  { schema = {}, required }: { readonly schema: Schema | undefined; readonly required: boolean },
): Body {
  const { $ref } = schema;
  if ($ref === undefined)
    throw new Error(
      `Give the body of ${id} a schema by $ref to components/schemas: the SDKs name it.`,
    );
  const {
    properties = {},
    required: needed = [],
    description = "",
  } = resolve<Schema>(document, { $ref });
  const members = Object.entries(properties).map(([name, member]) => ({
    name,
    pythonName: pythonArgumentName(name),
    required: needed.includes(name),
    description: describe(document, member),
    schema: member,
    isDeprecated: followed(document, member).deprecated ?? false,
  }));
  return { type: nameOf({ $ref }), required, description: description.trim(), members };
}

function resultOf({ id, isList, responses }: ContractOperation): Result {
  const success = responses.find(({ status }) => status < 300);
  const schema = success?.content?.schema;
  if (!schema) return { kind: "nothing" };
  const { $ref } = (isList ? schema.items : schema) ?? {};
  if ($ref !== undefined) return { kind: isList ? "list" : "object", type: nameOf({ $ref }) };
  throw new Error(
    `Give ${isList ? "the items" : "the response"} of ${id} a schema by $ref to components/schemas: the SDKs name it.`,
  );
}

function childrenOf({ document, operations }: Contract, parent: string): ChildResource[] {
  const forms = operations.filter(({ scopedFormOf }) => scopedFormOf !== undefined);
  const below = forms.filter(({ path }) => path.split("/")[1] === kebabCase(parent));
  const names = new Set(below.flatMap(({ sdk }) => sdk?.resource ?? []));
  return [...names].map((name) => {
    const own = operations.filter(
      ({ sdk, scopedFormOf }) => sdk?.resource === name && scopedFormOf === undefined,
    );
    const missing = own.find(({ id }) => !below.some(({ scopedFormOf }) => scopedFormOf === id));
    const [first] = below.filter(({ sdk }) => sdk?.resource === name);
    const parameter = first?.parameters.find((each) => each.in === "path");
    if (missing || !first || !parameter)
      throw new Error(
        `${missing?.id} has no scoped form within ${parent}, but others of ${name} have: add one, so that a client can call every method of ${parent}.${name}(…), or give the scoped forms names of their own by \`x-sdk\`.`,
      );
    return {
      resource: { name, className: pascalCase(name) },
      path: first.path.split("/").slice(0, 3).join("/"),
      parameter: argumentOf(document, parameter),
    };
  });
}

function descriptionOf(
  { tags = [] }: Document,
  operations: readonly ContractOperation[],
  resource: string,
): string {
  const tag = operations.find(({ sdk }) => sdk?.resource === resource)?.tag;
  return tags.find(({ name }) => name === tag)?.description?.trim() ?? "";
}

/** The options of every call in Python. */
export const PYTHON_OPTIONS = [
  ...["timeout", "total_timeout", "max_retries", "max_retry_wait", "idempotency_key", "headers"],
] as const;

/** As the Python SDK names the member of a body: a name that an option of the call has has an underscore at its end. */
export function pythonArgumentName(name: string): string {
  const argument = pythonMemberName(name);
  return PYTHON_OPTIONS.some((option) => option === argument) ? `${argument}_` : argument;
}

/** Returns a response field's name in the Python SDK. Names that Python reserves end with an underscore. */
export function pythonMemberName(name: string): string {
  const argument = snakeCase(name);
  return isReservedArgument(argument) ? `${argument}_` : argument;
}

/** Converts `apiKeyId` to `api_key_id` and `URL` to `url`. */
export function snakeCase(name: string): string {
  return words(name).join("_");
}

/** Converts `apiKeys` to `api-keys`. */
export function kebabCase(name: string): string {
  return words(name).join("-");
}

function words(name: string): string[] {
  return name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ")
    .toLowerCase()
    .split(" ");
}
